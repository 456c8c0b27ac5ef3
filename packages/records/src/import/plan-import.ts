/** Decides before any row is read what its columns mean, and how rows find their records. */
import type { VisibleModel } from '@haykal/access'
import { isSettable, type ModelField, malformed, type Problem, pointerTo } from '@haykal/model'
import type { ImportRequest } from './import-request.ts'
import { fieldsCalled, type ImportColumn, listed, matchColumns, withoutRejectColumns } from './match-columns.ts'

/** What the columns of a file mean. */
export interface ImportPlan {
  /** How many cells a row has. */
  readonly width: number
  /** The columns that are written; those by which rows find their records among them. */
  readonly columns: readonly ImportColumn[]
  /** By which rows find their records; empty: every row becomes a record. In the order of the key where they are one. */
  readonly match: readonly ImportColumn[]
  /** They are the whole key of the model, so that a row finds one record or none. */
  readonly isByKey: boolean
  /** The columns that are left out, as the file names them. */
  readonly ignored: readonly string[]
  /** The columns of the base; absent: there is none. */
  readonly base?: { readonly width: number; readonly columns: ReadonlyMap<ModelField, ImportColumn> }
}

/** The plan of an import. Throws `malformed` with everything that is wrong with the columns. */
export function planImport(
  visible: VisibleModel,
  { columns: names, match: wanted, base }: Pick<ImportRequest, 'columns' | 'match' | 'base'>,
): ImportPlan {
  const all = matchColumns(visible, names)
  const key = keyColumns(visible, all)
  const named = wanted?.map((name) => matchColumn(visible, name, all)) ?? key
  const isByKey = named.length > 0 && named.length === key.length && key.every((column) => named.includes(column))
  const match = isByKey ? key : named
  const columns = all.filter((column) => match.includes(column) || isEverSet(column.field))
  const plan = {
    width: names.length,
    columns,
    match,
    isByKey,
    ignored: ignoredNames(visible, { names, columns }),
  }
  if (match.length === 0) expectWhole(visible, columns)
  return base === undefined ? plan : { ...plan, base: planBase(visible, base.columns, plan) }
}

/** What is computed, and what the system sets, is in every export, and can be in no import. */
function isEverSet(field: ModelField): boolean {
  return field.derived === undefined && (field.isKey || isSettable(field, 'create') || isSettable(field, 'edit'))
}

function keyColumns({ model }: VisibleModel, columns: readonly ImportColumn[]): readonly ImportColumn[] {
  const key = model.key.flatMap(({ name }) => columns.find(({ field }) => field.name === name) ?? [])
  return key.length === model.key.length ? key : []
}

function matchColumn(visible: VisibleModel, name: string, columns: readonly ImportColumn[]): ImportColumn {
  const called = fieldsCalled(visible, name)
  const column = columns.find(({ field }) => called.includes(field))
  const fields = listed(columns.map(({ field }) => field))
  if (!column) throw malformed([{ pointer: '/match', code: 'no_match_column', params: { column: name, fields } }])
  const { kind, options, derived } = column.field
  const isComparable = kind.filters.includes('eq') && options.incomparable !== true && derived === undefined
  if (!isComparable) throw malformed([{ pointer: '/match', code: 'no_match_by', params: { column: name } }])
  return column
}

function ignoredNames(
  visible: VisibleModel,
  { names, columns }: { readonly names: readonly string[]; readonly columns: readonly ImportColumn[] },
): readonly string[] {
  const kept = new Set(columns.map(({ index }) => index))
  return withoutRejectColumns(visible, names).filter((_, index) => !kept.has(index))
}

/** Where every row becomes a record, a column that every record needs cannot be missing. */
function expectWhole(visible: VisibleModel, columns: readonly ImportColumn[]): void {
  const missing = visible.fields.filter(
    (field) =>
      field.isRequired &&
      field.options.default === undefined &&
      isSettable(field, 'create') &&
      field.derived === undefined &&
      !columns.some((column) => column.field === field),
  )
  const problems = missing.map(
    ({ name }): Problem => ({
      pointer: pointerTo('columns', name),
      code: 'column_missing',
      params: { column: name },
    }),
  )
  if (problems.length > 0) throw malformed(problems)
}

function planBase(
  visible: VisibleModel,
  names: readonly string[],
  { columns, match }: Pick<ImportPlan, 'columns' | 'match'>,
): NonNullable<ImportPlan['base']> {
  if (match.length === 0) throw malformed([{ pointer: '/base', code: 'base_without_match' }])
  const known = new Map(matchColumns(visible, names).map((column) => [column.field, column]))
  const missing = columns.filter(({ field }) => !known.has(field))
  const problems = missing.map(
    ({ name }): Problem => ({ pointer: pointerTo('base', name), code: 'base_lacks_column', params: { column: name } }),
  )
  if (problems.length > 0) throw malformed(problems)
  return { width: names.length, columns: known }
}
