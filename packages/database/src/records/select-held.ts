/** Reads of a record what is shown as less than it is, so that it can be brought back just as it was. */
import { type AnyRecord, isJsonObject, type Json, type Model, type ModelField, valueIn } from '@haykal/model'
import { sql } from 'kysely'
import type { Connection, Row } from '../engine.ts'
import { encodeValue, keySql, operandOf } from './compile-condition.ts'

/** Values as texts that the engine makes the very same values of again, by field; only where the shown value would be written back as something else. */
export type HeldRecord = { readonly [field: string]: string }

/** What is held in fields of a record and is more than `image` shows. */
export async function selectHeld(
  { engine, queries }: Connection,
  model: Model,
  {
    key,
    fields,
    image,
  }: { readonly key: readonly Json[]; readonly fields: readonly ModelField[]; readonly image: AnyRecord },
): Promise<HeldRecord> {
  // Large bytes are read apart, and are only ever bytes.
  const asked = fields.filter(({ name, column }) => !(column.kind === 'bytes' && isJsonObject(image[name])))
  if (asked.length === 0) return {}
  const columns = asked.map(
    (field, index) => sql`${engine.held.read(operandOf(engine, 'r', field), field.column)} as ${sql.id(`f${index}`)}`,
  )
  const { rows } = await sql<Row>`select ${sql.join(columns)} from ${sql.id(model.table)} as r
    where ${keySql(engine, model, key)} limit 1`.execute(queries)
  const [row] = rows
  const held = asked.flatMap((field, index): [string, string][] => {
    const kept = engine.held.keep(row?.[`f${index}`] ?? null, encodeValue(engine, field, valueIn(image, field.name)))
    return kept === undefined ? [] : [[field.name, kept]]
  })
  return Object.fromEntries(held)
}
