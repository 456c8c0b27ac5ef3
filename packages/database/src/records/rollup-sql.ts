/** A roll-up as SQL: one question about the records that point to a row, asked by the index of their relation. */
import { beyond, type Column, type Rollup, tenTo } from '@haykal/model'
import { type RawBuilder, sql } from 'kysely'
import type { ExactNumbers } from '../engine.ts'
import { scaleOfColumn, writtenSql } from './computed-sql.ts'

/** What a roll-up is compiled with. */
export interface RollupSurroundings {
  readonly exact: ExactNumbers
  /** The name of the children in the statement. */
  readonly inner: string
  /** The field of the children that counts; absent: they are counted. */
  readonly operand?: RawBuilder<unknown>
  /** Which children: those of the row, of those that count. */
  readonly where: RawBuilder<unknown>
}

/** The value of a roll-up as a column of a kind holds it. */
export function rollupSql(rollup: Rollup, column: Column, surroundings: RollupSurroundings): RawBuilder<unknown> {
  const { exact, inner, where, operand } = surroundings
  const { aggregate, field, of } = rollup
  const from = sql`from ${sql.id(of.table)} as ${sql.id(inner)} where ${where}`
  if (!field || !operand || aggregate === 'count') return sql`(select count(*) ${from})`
  if (aggregate === 'min') return sql`(select min(${operand}) ${from})`
  if (aggregate === 'max') return sql`(select max(${operand}) ${from})`
  const scale = scaleOfColumn(field.column)
  const sum = sql`sum(${exact.read(operand, field.column, scale)})`
  if (aggregate === 'sum') {
    const value = exact.bounded(sql`coalesce(${sum}, 0)`, beyond)
    return sql`(select ${writtenSql(exact, { value, scale }, column)} ${from})`
  }
  // One digit more than is kept: what is left over beyond it does not change how that digit is rounded.
  const finer = scaleOfColumn(column) + 1
  const dividend = exact.bounded(sql`${sum} * ${exact.literal(tenTo(finer - scale))}`, beyond)
  const average = sql`select ${exact.divide(dividend, sql`count(${operand})`)} as v ${from}`
  return sql`(select ${writtenSql(exact, { value: sql.id('v'), scale: finer }, column)} from (${average}) as averaged)`
}
