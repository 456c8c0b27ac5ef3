/** Reads the tables of an SQLite file from its own catalogue. */
import { sql } from 'kysely'
import type { ColumnShape, Queries, ReferenceShape, Row, TableShape } from '../../engine.ts'

/** The tables and views that people made; SQLite's own and the shadows of virtual tables are left out. */
export async function introspectSqlite(queries: Queries): Promise<readonly TableShape[]> {
  const tables = await rows(
    queries,
    sql`select name, type from pragma_table_list where schema = 'main' and type in ('table', 'view', 'virtual') and name not like 'sqlite\\_%' escape '\\' order by name`,
  )
  const shapes: TableShape[] = []
  for (const table of tables) {
    if (table.type !== 'virtual')
      shapes.push(await introspectTable(queries, String(table.name), table.type === 'view' ? 'view' : 'table'))
  }
  return shapes
}

async function introspectTable(queries: Queries, name: string, kind: TableShape['kind']): Promise<TableShape> {
  const columns = await rows(
    queries,
    sql`select name, type, "notnull" as is_required, dflt_value, pk, hidden from pragma_table_xinfo(${name}) order by cid`,
  )
  const unique = await uniqueColumns(queries, name)
  const keyColumns = columns.filter((column) => Number(column.pk) > 0).sort((a, b) => Number(a.pk) - Number(b.pk))
  const key = keyColumns.map((column) => String(column.name))
  return {
    name,
    kind,
    key,
    columns: columns
      .filter((column) => Number(column.hidden) !== 1)
      .map(
        (column): ColumnShape => ({
          name: String(column.name),
          type: String(column.type ?? ''),
          isNullable: Number(column.is_required) === 0,
          hasDefault: column.dflt_value !== null,
          isGenerated: Number(column.hidden) > 1 || isRowid(column, key),
          isUnique: unique.has(String(column.name)),
        }),
      ),
    references: await introspectReferences(queries, name, key),
  }
}

/** A single INTEGER key is the row's own number, which SQLite gives (https://www.sqlite.org/lang_createtable.html#rowid). */
function isRowid(column: Row, key: readonly string[]): boolean {
  return key.length === 1 && Number(column.pk) === 1 && String(column.type).toUpperCase() === 'INTEGER'
}

async function uniqueColumns(queries: Queries, table: string): Promise<Set<string>> {
  const found = await rows(
    queries,
    sql`select min(i.name) as name from pragma_index_list(${table}) as l, pragma_index_info(l.name) as i where l."unique" = 1 and l.partial = 0 group by l.name having count(*) = 1 and min(i.name) is not null`,
  )
  return new Set(found.map((each) => String(each.name)))
}

async function introspectReferences(
  queries: Queries,
  table: string,
  ownKey: readonly string[],
): Promise<ReferenceShape[]> {
  const found = await rows(
    queries,
    sql`select id, seq, "table" as target, "from" as source, "to" as column from pragma_foreign_key_list(${table}) order by id, seq`,
  )
  const byId = new Map<string, Row[]>()
  for (const row of found) byId.set(String(row.id), [...(byId.get(String(row.id)) ?? []), row])
  return await Promise.all(
    [...byId.values()].map(async (parts) => {
      const target = String(parts[0]?.target)
      const implied = target === table ? ownKey : await keyOf(queries, target)
      return {
        table: target,
        columns: parts.map((part) => String(part.source)),
        // Without a column the reference is to the key.
        targets: parts.map((part, index) => (part.column === null ? (implied[index] ?? '') : String(part.column))),
      }
    }),
  )
}

async function keyOf(queries: Queries, table: string): Promise<string[]> {
  const found = await rows(queries, sql`select name from pragma_table_xinfo(${table}) where pk > 0 order by pk`)
  return found.map((each) => String(each.name))
}

async function rows(queries: Queries, statement: ReturnType<typeof sql<Row>>): Promise<readonly Row[]> {
  return (await statement.execute(queries)).rows
}
