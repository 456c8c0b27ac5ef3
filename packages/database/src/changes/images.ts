/** Asks a condition of records as they were: of values in memory, against the records of today that they point to. */
import { type AnyRecord, type Condition, isDerived, type Model, valueIn } from '@haykal/model'
import { sql } from 'kysely'
import type { Connection, Row } from '../engine.ts'
import { compileForEach, encodeValue } from '../records/compile-condition.ts'

/** Which of some images of records satisfy a condition, by their place in the list. An image has every stored field. */
export async function selectHolding(
  { engine, queries }: Connection,
  model: Model,
  { images, condition }: { readonly images: readonly AnyRecord[]; readonly condition: Condition },
): Promise<ReadonlySet<number>> {
  const holding = new Set<number>()
  const fields = model.fields.filter((field) => !isDerived(field))
  for (const [index, image] of images.entries()) {
    const columns = fields.map((field) => {
      const value = encodeValue(engine, field, valueIn(image, field.name))
      const typed = engine.capabilities.typesParameters
        ? sql`${value}`
        : sql`cast(${value} as ${engine.columnType(field.column)})`
      return sql`${typed} as ${sql.id(field.columnName)}`
    })
    const { rows } = await sql<Row>`select 1 as one from (select ${sql.join(columns)}) as r
      where ${compileForEach(engine, condition, 'r')}`.execute(queries)
    if (rows.length > 0) holding.add(index)
  }
  return holding
}
