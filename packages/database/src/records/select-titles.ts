/** Reads what records are called, for a page that points to them. */
import { type Condition, isEverything, type Json, type Model, type ModelField } from '@haykal/model'
import { type RawBuilder, sql } from 'kysely'
import type { Connection, Engine, Row } from '../engine.ts'
import { compileCondition, storedValues, type Where } from './compile-condition.ts'
import { fieldColumns, rowDecoder } from './field-columns.ts'
import { askKept } from './kept-statement.ts'
import { whereOfFew } from './where-sql.ts'

/** Which titles are read: of the records of some values of a field that relations hold. */
export interface TitlesRequest {
  readonly field: ModelField
  readonly values: readonly Json[]
  readonly condition: Condition
  readonly title: ModelField
}

/** Reads the field that relations hold and the title of the records of some of its values, in no particular order. */
export async function selectTitles(
  database: Connection,
  model: Model,
  { field, values, condition, title }: TitlesRequest,
): Promise<readonly { readonly [field: string]: Json }[]> {
  if (values.length === 0) return []
  const { engine, queries } = database
  const wanted = padded(values)
  const isOneOf: Condition = { type: 'test', field, operator: 'in', value: wanted }
  const build = () =>
    titlesSql(engine, model, { field, title, condition, test: compileCondition(engine, isOneOf, 'r') })
  const stored = isEverything(condition) ? storedValues(engine, field, wanted) : undefined
  const name = JSON.stringify(['titles', field.name, wanted.length])
  const { rows } = stored
    ? await askKept(database, { about: title, name, build, values: stored, stand: 'last' })
    : await build().execute(queries)
  return rows.map(rowDecoder(engine, [field, title]))
}

/** The statement of the titles of the records that pass a test, and of what relations hold that point to them. */
export function titlesSql(
  engine: Engine,
  model: Model,
  { field, title, condition, test }: Omit<TitlesRequest, 'values'> & { readonly test: Where },
): RawBuilder<Row> {
  const isTold = isEverything(condition) ? sql`` : sql` and ${whereOfFew(engine, condition)}`
  return sql<Row>`select ${sql.join(fieldColumns(engine, [field, title]))} from ${sql.id(model.table)} as r where ${test}${isTold}`
}

/** Values are filled up to a power of two, but between these numbers by less than this. */
const smallSteps = { from: 8, upTo: 64, by: 8 } as const

/** Repeats the last value until their number is a round one: few lengths, so few statements to prepare and keep. */
export function padded(values: readonly Json[]): readonly Json[] {
  const { from, upTo, by } = smallSteps
  const isBetween = values.length > from && values.length <= upTo
  const length = isBetween ? by * Math.ceil(values.length / by) : 2 ** Math.ceil(Math.log2(values.length))
  return [...values, ...Array.from({ length: length - values.length }, () => values.at(-1) ?? null)]
}
