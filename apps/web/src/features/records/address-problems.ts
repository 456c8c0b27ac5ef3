/** What is wrong with the address of a list, one line for each thing: which field, and why. */
import type { Translator } from '@haykal/messages'
import { filterOperators, labelIn, type Model } from '@haykal/model'
import { problemsOf } from '../problems/error-text.ts'

/** More lines would say no more: the first ones are to be mended first. */
const most = 4

/** Parts of a pointer that name no field. */
const words: ReadonlySet<string> = new Set([...filterOperators, 'and', 'or', 'not', 'some', 'none'])

/** The lines; none where an error tells of nothing single. */
export function addressProblems(
  error: unknown,
  { t, language, model }: { readonly t: Translator; readonly language: string; readonly model: Model },
): readonly string[] {
  const lines = problemsOf(error).map((problem) => {
    const value = t.problem(problem)
    const { name } = problem.params ?? {}
    const path = fieldIn(problem.pointer) ?? (name === undefined ? undefined : String(name))
    return path === undefined
      ? value
      : t('listBlank.problem', { field: labelOf(path, model, language), problem: value })
  })
  return [...new Set(lines)].slice(0, most)
}

/** `?filter/or/0/customer.country/gt` → `customer.country`. */
function fieldIn(pointer: string): string | undefined {
  const [place, ...parts] = pointer.replace('?', '').split('/')
  if (place !== 'filter') return undefined
  return parts.filter((part) => part !== '' && !words.has(part) && !/^\d+$/.test(part)).at(-1)
}

/** What cannot be followed is called as whoever wrote the address called it. */
function labelOf(path: string, model: Model, language: string): string {
  const field = model.field(path)
  return field ? labelIn(field.label, language) : path
}
