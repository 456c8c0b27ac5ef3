/** Finds out which field each column of a file is meant for: by its name, or by its label in any language. */
import type { VisibleModel } from '@haykal/access'
import { type ModelField, malformed, type Problem, pointerTo } from '@haykal/model'
import { foldText } from '@haykal/model/fold-text'

/** A column and its field. */
export interface ImportColumn {
  /** Its place in a row, from 0. */
  readonly index: number
  /** As the file names it. */
  readonly name: string
  readonly field: ModelField
}

/** The columns that stand behind those of a file of rejected rows, so that it can be mended and imported as it is. */
export const rejectColumns = ['line', 'problems'] as const

/** The columns of a table in their order. Throws `malformed` with everything that is wrong with them. */
export function matchColumns(visible: VisibleModel, names: readonly string[]): readonly ImportColumn[] {
  const problems: Problem[] = []
  const columns: ImportColumn[] = []
  for (const [index, name] of withoutRejectColumns(visible, names).entries()) {
    const fields = fieldsCalled(visible, name)
    const [field] = fields
    const problem = problemOf(visible, { name, number: index + 1, fields, columns })
    if (problem) problems.push({ pointer: pointerTo('columns', index), ...problem })
    else if (field) columns.push({ index, name, field })
  }
  if (problems.length > 0) throw malformed(problems)
  return columns
}

/** The columns without those that tell why a row was rejected. */
export function withoutRejectColumns(visible: VisibleModel, names: readonly string[]): readonly string[] {
  const last = names.slice(-rejectColumns.length)
  const isOurs = rejectColumns.every((name, index) => last[index] === name && !visible.field(name))
  return isOurs ? names.slice(0, -rejectColumns.length) : names
}

/** The fields that are called so: by their name if one is, else by their label. */
export function fieldsCalled({ fields }: Pick<VisibleModel, 'fields'>, name: string): readonly ModelField[] {
  const text = name.trim()
  const folded = foldName(text)
  const tests: readonly ((field: ModelField) => boolean)[] = [
    (field) => field.name === text,
    (field) => foldName(field.name) === folded,
    ({ label }) =>
      (typeof label === 'string' ? [label] : Object.values(label)).some((each) => foldName(each) === folded),
  ]
  for (const test of tests) {
    const found = fields.filter(test)
    if (found.length > 0) return found
  }
  return []
}

function foldName(name: string): string {
  return foldText(name).trim().replace(/\s+/g, ' ')
}

interface Candidate {
  readonly name: string
  readonly number: number
  readonly fields: readonly ModelField[]
  /** Those before it. */
  readonly columns: readonly ImportColumn[]
}

function problemOf(
  visible: VisibleModel,
  { name, number, fields, columns }: Candidate,
): Pick<Problem, 'code' | 'params'> | undefined {
  const [field] = fields
  if (name.trim() === '') return { code: 'column_unnamed', params: { number } }
  if (!field) return { code: 'no_field_of_column', params: { column: name, fields: listed(visible.fields) } }
  if (fields.length > 1) return { code: 'column_ambiguous', params: { column: name, fields: listed(fields) } }
  if (columns.some((column) => column.field === field)) return { code: 'column_twice', params: { column: name } }
  return undefined
}

/** Names of fields, one after another. */
export function listed(fields: readonly ModelField[]): string {
  return fields.map(({ name }) => name).join(', ')
}
