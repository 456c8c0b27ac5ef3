/** Counts how often a field has each of its values: the most frequent ones, and how many records there are in all. */
import { isEverything, type Json, type Model, type ModelField } from '@haykal/model'
import { sql } from 'kysely'
import type { Connection, Row } from '../engine.ts'
import { compileCondition, operandOf } from './compile-condition.ts'

/** What to count. */
export interface ValuesRequest extends CountedField {
  /** How many values are given. */
  readonly limit: number
}

interface CountedField {
  readonly field: ModelField
  /** Of which records. */
  readonly condition: Parameters<typeof compileCondition>[1]
}

/** The values of a field among some records. */
export interface CountedValues {
  /** The most frequent first; null: nothing is in it. */
  readonly values: readonly { readonly value: Json; readonly count: number }[]
  /** How many records have one of the values that are not given. */
  readonly others: number
}

/** Counts the values of a field. Throws what long reads throw. */
export async function countValues(
  { engine, queries }: Connection,
  model: Model,
  { field, condition, limit }: ValuesRequest,
): Promise<CountedValues> {
  const where = isEverything(condition) ? sql`` : sql`where ${compileCondition(engine, condition, 'r')}`
  const counted = sql`select ${operandOf(engine, 'r', field)} as v, count(*) as n
    from ${sql.id(model.table)} as r ${where} group by 1`
  const { rows } = await sql<Row>`select v, n, sum(n) over () as total from (${counted}) as c
    order by n desc limit ${limit}`.execute(queries)
  const decode = engine.codec.decoder(field.column)
  // Where a column holds anything, several things that it holds may be shown alike.
  const counts = new Map<Json, number>()
  for (const { v = null, n } of rows) {
    const value = decode(v)
    counts.set(value, (counts.get(value) ?? 0) + Number(n))
  }
  const given = [...counts].map(([value, count]) => ({ value, count }))
  const all = Number(rows[0]?.total ?? 0)
  return { values: given, others: all - given.reduce((sum, { count }) => sum + count, 0) }
}
