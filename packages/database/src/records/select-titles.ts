/** Reads what records are called, for a page that points to them. */
import { type Condition, isEverything, type Json, type Model, type ModelField } from '@haykal/model'
import { type RawBuilder, sql } from 'kysely'
import type { Connection, Row, Stored } from '../engine.ts'
import { column, compileCondition, storedValues, type Where } from './compile-condition.ts'
import { areWritten, fieldColumns, rowDecoder } from './field-columns.ts'
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
  const { engine } = database
  const wanted = padded(values)
  const isOneOf: Condition = { type: 'test', field, operator: 'in', value: wanted }
  const rows = await titleRows(database, model, {
    request: { field, condition, title },
    name: JSON.stringify(['titles', field.name, wanted.length]),
    test: compileCondition(engine, isOneOf, 'r'),
    stored: storedValues(engine, field, wanted),
    ask: (rows) => rows,
  })
  return rows.map(rowDecoder(engine, [field, title]))
}

/** The same as an object in JSON, the titles by the values, where the database can write that; undefined where it cannot. */
export async function selectWrittenTitles(
  database: Connection,
  model: Model,
  request: TitlesRequest,
): Promise<string | undefined> {
  const { field, title, values } = request
  const { written } = database.engine
  if (
    !written ||
    !areWritten(database.engine, [field, title]) ||
    !areTexts.has(field.column.kind) ||
    title.column.kind !== 'text'
  )
    return undefined
  const list = JSON.stringify(values)
  const [key, value] = [
    { from: 'f0', column: field.column },
    { from: 'f1', column: title.column },
  ]
  try {
    const [row] = await titleRows(database, model, {
      request,
      name: JSON.stringify(['written titles', field.name]),
      test: written.isAmong(column('r', field), list),
      stored: [list],
      ask: (rows) => written.pairs(rows, { key, value }),
    })
    return String(row?.pairs ?? '{}')
  } catch (error) {
    if (!written.isUnwritable(error)) throw error
    return undefined
  }
}

/** Columns whose values are texts, or read the same as one. */
const areTexts: ReadonlySet<string> = new Set(['text', 'integer'])

interface TitleRows {
  readonly request: Omit<TitlesRequest, 'values'>
  /** Of the statement, where it is kept. */
  readonly name: string
  /** Which records. */
  readonly test: Where
  /** The values in the test; undefined: the statement is not kept. */
  readonly stored: readonly Stored[] | undefined
  ask(rows: RawBuilder<Row>): RawBuilder<Row>
}

async function titleRows(
  database: Connection,
  model: Model,
  { request: { field, condition, title }, name, test, stored, ask }: TitleRows,
): Promise<readonly Row[]> {
  const { engine, queries } = database
  const select = () =>
    sql<Row>`select ${sql.join(fieldColumns(engine, [field, title]))} from ${sql.id(model.table)} as r where ${test}`
  const { rows } =
    stored && isEverything(condition)
      ? await askKept(database, { about: title, name, build: () => ask(select()), values: stored, stand: 'last' })
      : await ask(sql<Row>`${select()} and ${whereOfFew(engine, condition)}`).execute(queries)
  return rows
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
