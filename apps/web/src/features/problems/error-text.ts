/** What went wrong, in the person's language: by its code, never by the text of the server. */
import { Unreachable } from '@haykal/contract/client'
import type { Translator } from '@haykal/messages'
import { type ErrorCode, HaykalError, type Problem } from '@haykal/model'
import { isUnavailable, troubleText } from './trouble-text.ts'

/** The code of an error; `offline` where there was no answer, `other` for a fault in the app itself. */
export function errorCode(error: unknown): ErrorCode | 'offline' | 'other' {
  if (error instanceof HaykalError) return error.code
  return error instanceof Unreachable ? 'offline' : 'other'
}

/** One or two sentences about an error. */
export function errorText(t: Translator, error: unknown): string {
  if (isUnavailable(error)) return troubleText(t, error.details.params?.reason)
  const details = error instanceof HaykalError ? error.details : {}
  const text = t.error({ code: errorCode(error), ...(details.params && { params: details.params }) })
  // Where the text says that it passes in a moment, counting the moment says nothing more.
  const isLong = details.retryAfter !== undefined && details.retryAfter > 1
  return isLong ? `${text} ${t('error.retryAfter', { count: Math.ceil(details.retryAfter ?? 0) })}` : text
}

/** What is wrong with single values, as an error tells it; nothing where it tells of none. */
export function problemsOf(error: unknown): readonly Problem[] {
  return error instanceof HaykalError ? (error.details.problems ?? []) : []
}

/** The texts of the problems of an error, by the last part of their pointer: `/email` → `email`. */
export function problemTexts(t: Translator, error: unknown): { readonly [name: string]: readonly string[] } {
  const texts: { [name: string]: string[] } = {}
  for (const problem of problemsOf(error)) {
    const name = problem.pointer.split('/').at(-1) ?? ''
    texts[name] = [...(texts[name] ?? []), t.problem(problem)]
  }
  return texts
}

/** For each value that is empty: that one is needed. */
export function missingTexts(
  t: Translator,
  values: { readonly [name: string]: string },
): { readonly [name: string]: readonly string[] } {
  const missing = Object.entries(values).filter(([, value]) => value.trim() === '')
  return Object.fromEntries(missing.map(([name]) => [name, [t.problem({ code: 'required' })]]))
}
