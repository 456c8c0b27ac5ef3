/** Why the server refused, in sentences: the refusal itself, and everything that is wrong with single values. */
import { useLocale } from '@haykal/messages/react'
import { problemsOf } from '../problems/error-text.ts'
import { refusalText } from '../record/refusal-text.ts'

/** The sentences; none where there is no error. */
export function useRefusalTexts(error: unknown): readonly string[] {
  const { t, locale } = useLocale()
  if (error === null || error === undefined) return []
  const problems = problemsOf(error).map((problem) => t.problem(problem))
  return [...new Set([refusalText({ t, locale }, error), ...problems])]
}
