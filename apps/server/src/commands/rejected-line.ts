/** Why rows, and whole imports, do not go in: in words. */
import { createTranslator } from '@haykal/messages'
import { en } from '@haykal/messages/en'
import type { HaykalError, Json } from '@haykal/model'
import type { RejectedRow, RowProblem } from '@haykal/records'
import type { Importer } from './importer.ts'

/** A rejected row as it is told. */
export interface RejectedLine {
  readonly line: number
  /** All that is wrong with it, one after another. */
  readonly sentence: string
  readonly problems: readonly {
    readonly column: string | null
    readonly code: string
    readonly message: string
  }[]
}

const english = createTranslator(en, 'en')

/** What is wrong with a row. */
export function lineOf({ row, code, problems, cause }: RejectedRow): RejectedLine {
  const told =
    problems.length === 0
      ? [{ column: null, code, message: `${english.error({ code })}${causeOf(cause)}` }]
      : problems.map((problem) => ({
          column: problem.column ?? null,
          code: problem.code,
          message: english.problem(problem),
        }))
  const sentences = told.map(({ column, message }) => (column === null ? message : `${column}: ${message}`))
  return { line: row.line, sentence: sentences.join(' '), problems: told }
}

function causeOf(cause: RejectedRow['cause']): string {
  return cause instanceof Error ? ` (${cause.message})` : ''
}

/** What an error that concerns the whole import says. */
export function refusalOf({ code, details }: HaykalError, { core, visible, name }: Importer): string {
  const { problems = [], params } = details
  const model = visible.model.name
  if (code === 'malformed' && problems.length > 0)
    return `Nothing was imported. ${problems.map((problem: RowProblem) => english.problem(problem)).join(' ')}`
  if (code === 'not_allowed')
    return `Nothing was imported: the role of ${name} allows neither to create nor to edit ${model}.`
  if (code === 'locked') return lockedText(model, core.closedOf(model) ?? params?.reason ?? null)
  return english.error({ code, ...(params === undefined ? {} : { params }) })
}

function lockedText(model: string, reason: Json): string {
  if (reason === 'locked')
    return `Nothing was imported: ${model} is locked. Open it for editing with "haykal unlock ${model} DATABASE".`
  return `Nothing was imported: the records of ${model} cannot be changed (${String(reason)}).`
}
