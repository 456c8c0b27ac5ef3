/** Writes single records; the caller has checked everything and holds the transaction. */
import { type AnyRecord, type Json, type Model, type ModelField, valueIn } from '@haykal/model'
import { CompiledQuery, type RawBuilder, sql } from 'kysely'
import type { Connection, Engine, Queries, Row, Stored } from '../engine.ts'
import { encodeValue, keySql, storedKey } from './compile-condition.ts'
import { rowDecoder, writtenBack } from './field-columns.ts'
import { askKept } from './kept-statement.ts'
import { orderColumn, orderKey } from './order-key.ts'
import { searchColumn, searchColumnText } from './search-column.ts'
import type { HeldRecord } from './select-held.ts'

/**
 * Inserts a record and gives the fields of it that are asked for, as the statement left them (a trigger may do more); undefined when a
 * trigger of the database left it out. Fields that are absent get what the database gives them.
 */
export async function insertRecord(
  { engine, queries }: Connection,
  model: Model,
  { values, held = {}, returning }: Pick<RecordUpdate, 'values' | 'held' | 'returning'>,
): Promise<AnyRecord | undefined> {
  const given = givenFields(model, values)
  const what =
    given.length === 0
      ? sql`default values`
      : sql`(${sql.join(writtenColumns(given).map((column) => sql.id(column)))}) ${(given.some(({ isGenerated }) => isGenerated) && engine.overNumbering) || sql``} values (${sql.join(writtenValues(engine, given, { values, held }))})`
  const { rows } =
    await sql<Row>`insert into ${sql.id(model.table)} ${what} returning ${sql.join(writtenBack(engine, returning))}`.execute(
      queries,
    )
  const [row] = rows
  return row && rowDecoder(engine, returning)(row)
}

/** What an update writes, into which record, and which fields of it are wanted back. */
export interface RecordUpdate {
  readonly key: readonly Json[]
  readonly values: AnyRecord
  /** Of some of the values, what they were held as. Absent: all are as they are shown. */
  readonly held?: HeldRecord
  readonly returning: readonly ModelField[]
}

/**
 * Updates the fields of one record. Gives the rows that this were, with the fields that are asked for as the statement left them: not
 * one where the key is shared, or a trigger kept it as it was.
 */
export async function updateRecord(
  { engine, queries }: Connection,
  model: Model,
  { key, values, held = {}, returning }: RecordUpdate,
): Promise<readonly AnyRecord[]> {
  const changed = givenFields(model, values)
  if (changed.length === 0) return []
  const stored = writtenValues(engine, changed, { values, held })
  const build = () => {
    const assignments = writtenColumns(changed).map(
      (column, index) => sql`${sql.id(column)} = ${stored[index] ?? null}`,
    )
    return sql<Row>`update ${sql.id(model.table)} as r set ${sql.join(assignments)} where ${keySql(engine, model, key)} returning ${sql.join(writtenBack(engine, returning))}`
  }
  const found = Object.keys(held).length === 0 ? storedKey(engine, model, key) : undefined
  const { rows } = found
    ? await askKept(
        { engine, queries },
        {
          about: returning,
          name: JSON.stringify(['update', model.table, changed.map(({ name }) => name)]),
          build,
          values: [...(stored as readonly Stored[]), ...found],
          stand: 'first',
        },
      )
    : await build().execute(queries)
  return rows.map(rowDecoder(engine, returning))
}

/** Deletes one record. Gives how many rows that were, as `updateRecord` does. */
export async function deleteRecord(
  { engine, queries }: Connection,
  model: Model,
  key: readonly Json[],
): Promise<number> {
  const { numAffectedRows } =
    await sql`delete from ${sql.id(model.table)} as r where ${keySql(engine, model, key)}`.execute(queries)
  return Number(numAffectedRows ?? 0n)
}

/** Values in one statement: SQLite takes 32,766 of them, PostgreSQL twice as many. */
const mostValues = 30_000

/** Rows in one statement: beyond this, fewer journeys to the database gain nothing. */
const mostRows = 100

/** Inserts many records at once, all with the fields of the first; for sample data and imports. Gives how many. */
export async function insertRecords(
  { engine, queries }: Connection,
  model: Model,
  records: Iterable<AnyRecord>,
): Promise<number> {
  const statements = new Map<number, string>()
  let fields: readonly ModelField[] = []
  let count = 0
  const insert = async (batch: readonly AnyRecord[]) => {
    const text = statements.get(batch.length) ?? insertText(queries, model, { fields, rows: batch.length })
    statements.set(batch.length, text)
    const values = batch.flatMap((record) => writtenValues(engine, fields, { values: record }))
    await queries.executeQuery(CompiledQuery.raw(text, values))
    count += batch.length
  }
  let batch: AnyRecord[] = []
  for (const record of records) {
    if (count === 0 && batch.length === 0) fields = givenFields(model, record)
    batch.push(record)
    if (batch.length < Math.min(mostRows, Math.floor(mostValues / writtenColumns(fields).length))) continue
    await insert(batch)
    batch = []
  }
  if (batch.length > 0) await insert(batch)
  const numbered = fields.find((field) => field.isKey && field.isGenerated)
  if (numbered) await engine.continueNumbering?.(queries, model.table, numbered.columnName)
  return count
}

/** An insert of several rows, its values still to come. */
function insertText(
  queries: Queries,
  model: Model,
  { fields, rows }: { readonly fields: readonly ModelField[]; readonly rows: number },
): string {
  const written = writtenColumns(fields)
  const columns = sql.join(written.map((column) => sql.id(column)))
  const row = sql`(${sql.join(written.map(() => null))})`
  const all = sql.join(Array.from({ length: rows }, () => row))
  return sql`insert into ${sql.id(model.table)} (${columns}) values ${all}`.compile(queries).sql
}

function givenFields(model: Model, values: AnyRecord): readonly ModelField[] {
  return model.fields.filter((field) => Object.hasOwn(values, field.name))
}

/** The columns that are written for fields: a text is never without what it is sorted and searched by. */
function writtenColumns(fields: readonly ModelField[]): readonly string[] {
  return fields.flatMap((field) => [field.columnName, orderColumn(field) ?? [], searchColumn(field) ?? []].flat())
}

interface Written {
  readonly values: AnyRecord
  /** What is written exactly as it was held, in the place of the value; absent: nothing. */
  readonly held?: HeldRecord | undefined
}

/** What is written into `writtenColumns`. */
function writtenValues(
  engine: Engine,
  fields: readonly ModelField[],
  { values, held = {} }: Written,
): readonly (Stored | RawBuilder<unknown>)[] {
  return fields.flatMap((field): (Stored | RawBuilder<unknown>)[] => {
    const value = valueIn(values, field.name)
    const kept = Object.hasOwn(held, field.name) ? held[field.name] : undefined
    const stored = kept === undefined ? encodeValue(engine, field, value) : engine.held.write(kept)
    return [
      stored,
      ...(field.hasOrderKey ? [orderKey(value)] : []),
      ...(field.hasSearchText ? [searchColumnText(value)] : []),
    ]
  })
}
