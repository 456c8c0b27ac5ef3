/** Reads the columns, the unique indexes and the foreign keys of many tables, each in one statement. */
import { type RawBuilder, sql } from 'kysely'
import type { Queries, Row } from '../../../engine.ts'

/** What the catalogue says of the tables, by table. */
export interface Catalogue {
  readonly columns: ReadonlyMap<string, readonly Row[]>
  /** Each row one column of an index, in order. */
  readonly indexes: ReadonlyMap<string, readonly Row[]>
  /** Each row one column of a foreign key, in order. */
  readonly references: ReadonlyMap<string, readonly Row[]>
}

/** Reads the catalogue for tables that can be read: SQLite refuses the whole statement for one that cannot. */
export async function readCatalogue(queries: Queries, tables: readonly string[]): Promise<Catalogue> {
  const names = sql`json_each(${JSON.stringify(tables)}) as t`
  return {
    columns: await rowsByTable(
      queries,
      sql`select t.value as "table", c.name, c.type, c."notnull" as is_required, c.dflt_value, c.pk, c.hidden
        from ${names}, pragma_table_xinfo(t.value, 'main') as c order by t.key, c.cid`,
    ),
    indexes: await rowsByTable(
      queries,
      sql`select t.value as "table", i.name as "index", i."unique" as is_unique, i.origin, i.partial, x.name
        from ${names}, pragma_index_list(t.value, 'main') as i, pragma_index_xinfo(i.name, 'main') as x
        where x.key = 1 order by t.key, i.seq, x.seqno`,
    ),
    references: await rowsByTable(
      queries,
      // SQLite numbers them from the last in the text to the first.
      sql`select t.value as "table", f.id, f."table" as target, f."from" as source, f."to" as target_column, f.on_delete
        from ${names}, pragma_foreign_key_list(t.value, 'main') as f order by t.key, f.id desc, f.seq`,
    ),
  }
}

async function rowsByTable(
  queries: Queries,
  statement: RawBuilder<unknown>,
): Promise<ReadonlyMap<string, readonly Row[]>> {
  const { rows } = await (statement as RawBuilder<Row>).execute(queries)
  return groupRows(rows, (row) => String(row.table))
}

/** Rows that have something in common, in the order in which they came. */
export function groupRows(rows: readonly Row[], of: (row: Row) => string): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const group = groups.get(of(row))
    if (group) group.push(row)
    else groups.set(of(row), [row])
  }
  return groups
}
