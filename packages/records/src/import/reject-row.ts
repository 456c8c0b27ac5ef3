/** Why a row does not go in: made of what refused it, with columns in the place of fields. */
import { type ErrorCode, HaykalError, pointerTo } from '@haykal/model'
import type { RowProblem } from './import-request.ts'
import type { ImportPlan } from './plan-import.ts'

/** Thrown inside of an attempt that is to be taken back. */
export class RejectRow extends Error {
  readonly code: ErrorCode
  readonly problems: readonly RowProblem[]

  constructor(code: ErrorCode, problems: readonly RowProblem[], cause?: unknown) {
    super('rejected', cause === undefined ? undefined : { cause })
    this.code = code
    this.problems = problems
  }
}

/** The rejection of a row whose texts are wrong. */
export function invalidRow(problems: readonly RowProblem[]): RejectRow {
  return new RejectRow('invalid', problems)
}

/** Codes that tell of one record; all others tell of more, and end the import. */
const ofRecords: ReadonlySet<ErrorCode> = new Set([
  'invalid',
  'not_unique',
  'not_allowed',
  'not_found',
  'conflict',
  'locked',
  'still_referred_to',
  'project_failed',
])

/** Whether an error is about the row alone. */
export function isOfRow(error: unknown): error is HaykalError | RejectRow {
  return error instanceof RejectRow || (error instanceof HaykalError && ofRecords.has(error.code))
}

/** The rejection that an error comes to. */
export function rejectionOf(error: HaykalError | RejectRow, { columns }: Pick<ImportPlan, 'columns'>): RejectRow {
  if (error instanceof RejectRow) return error
  const { problems = [], cause } = error.details
  const named = problems.map(({ pointer, code, params }): RowProblem => {
    const column = columnAt(columns, pointer)
    return { code, ...(params === undefined ? {} : { params }), ...(column === undefined ? {} : { column }) }
  })
  return new RejectRow(error.code, named, error.code === 'project_failed' ? cause : undefined)
}

/** The column of a field as the file names it, or else the field's name. */
function columnAt(columns: ImportPlan['columns'], pointer: string): string | undefined {
  const column = columns.find(({ field }) => pointerTo('values', field.name) === pointer)
  if (column) return column.name
  const [, name] = pointer.match(/^\/values\/(.+)$/) ?? []
  return name?.replaceAll('~1', '/').replaceAll('~0', '~')
}
