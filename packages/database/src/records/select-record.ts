/** Reads single records by their key. */
import { type Condition, isEverything, type Json, type Model, type ModelField } from '@haykal/model'
import { sql } from 'kysely'
import type { Connection, Row } from '../engine.ts'
import { column, compileCondition, keySql, storedKey } from './compile-condition.ts'
import { fieldColumns, rowDecoder } from './field-columns.ts'
import { askKept } from './kept-statement.ts'
import { whereOfFew } from './where-sql.ts'

/** Which record to read. */
export interface RecordRequest {
  readonly key: readonly Json[]
  readonly condition: Condition
  readonly fields: readonly ModelField[]
  /** It will be written in the same transaction: nobody else may change it until then. Absent: no. */
  readonly forWriting?: boolean
}

/** Reads the record of a key under a condition; undefined when there is none. */
export async function selectRecord(
  database: Connection,
  model: Model,
  { key, condition, fields, forWriting = false }: RecordRequest,
): Promise<{ readonly [field: string]: Json } | undefined> {
  const { engine } = database
  const select = () => sql`select ${sql.join(fieldColumns(engine, fields))} from ${sql.id(model.table)} as r
    where ${keySql(engine, model, key)}`
  const lock = (forWriting && engine.lockRows) || sql``
  const values = isEverything(condition) ? storedKey(engine, model, key) : undefined
  const { rows } = values
    ? await askKept(database, {
        about: fields,
        name: forWriting ? 'select to write' : 'select',
        build: () => sql<Row>`${select()}${lock}`,
        values,
        stand: 'last',
      })
    : await sql<Row>`${select()} and ${whereOfFew(engine, condition)}${lock}`.execute(database.queries)
  const [row] = rows
  return row && rowDecoder(engine, fields)(row)
}

/** Reads the bytes that a record holds in one field; null where it has none, undefined where there is no such record. */
export async function selectBytes(
  { engine, queries }: Connection,
  model: Model,
  {
    key,
    field,
    condition,
  }: { readonly key: readonly Json[]; readonly field: ModelField; readonly condition: Condition },
): Promise<Uint8Array | null | undefined> {
  const { rows } = await sql<Row>`select ${column('r', field)} as bytes from ${sql.id(model.table)} as r
    where ${keySql(engine, model, key)} and ${whereOfFew(engine, condition)} limit 1`.execute(queries)
  const [row] = rows
  if (!row) return undefined
  const { bytes = null } = row
  return bytes === null || bytes instanceof Uint8Array ? bytes : new TextEncoder().encode(String(bytes))
}

/** Whether a row satisfies a condition. */
export async function existsRecord(
  { engine, queries }: Connection,
  model: Model,
  { key, condition }: { /** Absent: any row. */ readonly key?: readonly Json[]; readonly condition: Condition },
): Promise<boolean> {
  const where =
    key === undefined
      ? compileCondition(engine, condition, 'r')
      : sql`${keySql(engine, model, key)} and ${whereOfFew(engine, condition)}`
  const { rows } = await sql<Row>`select 1 as one from ${sql.id(model.table)} as r where ${where} limit 1`.execute(
    queries,
  )
  return rows.length > 0
}

/** Whether more than one row has a key, which the tables of others allow where a part of the key is empty. */
export async function isKeyShared(
  { engine, queries }: Connection,
  model: Model,
  key: readonly Json[],
): Promise<boolean> {
  const { rows } = await sql<Row>`select 1 as one from ${sql.id(model.table)} as r
    where ${keySql(engine, model, key)} limit 2`.execute(queries)
  return rows.length > 1
}
