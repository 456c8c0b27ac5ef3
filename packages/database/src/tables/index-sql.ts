/** Indexes as SQL: the same name and the same columns whoever makes one, so that none is there twice. */
import { createHash } from 'node:crypto'
import type { Model } from '@haykal/model'
import { type RawBuilder, sql } from 'kysely'
import type { Engine } from '../engine.ts'
import type { WantedIndex } from './wanted-indexes.ts'

/** Makes an index, unless it is there. */
export function indexSql(engine: Engine, model: Model, index: WantedIndex): RawBuilder<unknown> {
  const { columns, descending = [], nullable = [], isUnique } = index
  const list = sql.join(
    columns.map((column) => {
      const isDown = descending.includes(column)
      // Lists show what is empty first, and an index is of use to them only where it does so, too.
      const isTurned = engine.capabilities.nulls === 'last' && nullable.includes(column)
      const nulls = isTurned ? (isDown ? sql` nulls last` : sql` nulls first`) : sql``
      return sql`${sql.id(column)}${isDown ? sql` desc` : sql``}${nulls}`
    }),
  )
  return sql`create ${isUnique ? sql`unique ` : sql``}index if not exists ${sql.id(nameOfIndex(model, index))} on ${sql.id(model.table)} (${list})`
}

/** The name of an index of a model. */
export function nameOfIndex(model: Model, { columns, descending = [], isUnique }: WantedIndex): string {
  const directed = columns.map((column) => (descending.includes(column) ? `${column}_desc` : column))
  return indexName([model.table, ...directed, ...(isUnique ? ['unique'] : [])])
}

/** A name for an index that tells what it is on; long ones end in a hash, as PostgreSQL would cut two of them to the same 63 bytes. */
export function indexName(parts: readonly string[]): string {
  const name = parts.join('_')
  return Buffer.byteLength(name) <= 63
    ? name
    : `${name.slice(0, 15)}_${createHash('sha256').update(name).digest('hex').slice(0, 16)}`
}
