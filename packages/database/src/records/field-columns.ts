/** The columns that a statement reads for fields, and the way from its rows to records. */
import { inlineBytes, type Json, type ModelField } from '@haykal/model'
import { type RawBuilder, sql } from 'kysely'
import type { Engine, Row } from '../engine.ts'
import { operandOf } from './compile-condition.ts'

/** The columns of fields, called `f0`, `f1`, … so that no name of a field can be mistaken for another. */
export function fieldColumns(engine: Engine, fields: readonly ModelField[]): readonly RawBuilder<unknown>[] {
  return columnsOf(engine, fields, (field) => operandOf(engine, 'r', field))
}

/** The same for what a writing statement gives back, as SQLite knows no alias of the table there; fields that are not stored cannot be among them. */
export function writtenBack(engine: Engine, fields: readonly ModelField[]): readonly RawBuilder<unknown>[] {
  return columnsOf(engine, fields, (field) => sql.id(field.columnName))
}

function columnsOf(
  engine: Engine,
  fields: readonly ModelField[],
  operandIn: (field: ModelField) => RawBuilder<unknown>,
): readonly RawBuilder<unknown>[] {
  // Without a key, somebody may have asked for no field at all.
  if (fields.length === 0) return [sql`1 as one`]
  return fields.map((field, index) => sql`${readSql(engine, field, operandIn(field))} as ${sql.id(`f${index}`)}`)
}

/** Large bytes are read as their size only, unless they are what tells the record apart. */
function readSql(engine: Engine, field: ModelField, operand: RawBuilder<unknown>): RawBuilder<unknown> {
  return field.column.kind === 'bytes' && !field.isKey
    ? (engine.shortBytes?.(operand, inlineBytes) ?? operand)
    : operand
}

/** Whether a database writes what fields hold as JSON: one of others may hold anything in any column. */
export function areWritten({ written }: Engine, fields: readonly ModelField[]): boolean {
  return fields.every(({ isLoose }) => !isLoose) && written?.canWrite(fields.map(({ column }) => column)) === true
}

/** What turns a row into a record. */
type Decoder = (row: Row) => { readonly [field: string]: Json }

/** Lists of fields are made once for all who see the same, so what decodes them is, too. */
const decoders = new WeakMap<readonly ModelField[], { readonly engine: Engine; readonly decode: Decoder }>()

/** Turns rows of `fieldColumns` into records of the fields, in their order. */
export function rowDecoder(engine: Engine, fields: readonly ModelField[]): Decoder {
  const known = decoders.get(fields)
  if (known?.engine === engine) return known.decode
  const columns = fields.map((field, index) => ({
    name: field.name,
    from: `f${index}`,
    decode: engine.codec.decoder(field.column),
  }))
  const decode: Decoder = (row) => {
    const record: { [field: string]: Json } = {}
    for (const { name, from, decode } of columns) record[name] = decode(row[from] ?? null)
    return record
  }
  decoders.set(fields, { engine, decode })
  return decode
}
