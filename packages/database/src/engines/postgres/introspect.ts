/** Reads the tables of a PostgreSQL schema from the system catalogue. */
import { sql } from 'kysely'
import type { ColumnShape, Queries, ReferenceShape, Row, TableShape } from '../../engine.ts'

/** The tables and views of the current schema. */
export async function introspectPostgres(queries: Queries): Promise<readonly TableShape[]> {
  const { rows: columns } = await sql<Row>`
    select c.relname as table_name, c.relkind in ('v', 'm') as is_view, a.attname as name, format_type(a.atttypid, a.atttypmod) as type,
      not a.attnotnull as is_nullable, a.atthasdef as has_default, a.attidentity <> '' or a.attgenerated <> '' as is_generated,
      array_position(k.conkey, a.attnum) as key_place,
      exists (select 1 from pg_index u where u.indrelid = c.oid and u.indisunique and u.indnkeyatts = 1 and u.indkey[0] = a.attnum and u.indpred is null) as is_unique
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace and n.nspname = current_schema()
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    left join pg_constraint k on k.conrelid = c.oid and k.contype = 'p'
    where c.relkind in ('r', 'p', 'v', 'm') order by c.relname, a.attnum`.execute(queries)
  const references = await introspectReferences(queries)
  const byTable = new Map<string, Row[]>()
  for (const column of columns) {
    const table = String(column.table_name)
    byTable.set(table, [...(byTable.get(table) ?? []), column])
  }
  return [...byTable].map(
    ([name, of]): TableShape => ({
      name,
      kind: of[0]?.is_view === true ? 'view' : 'table',
      key: of
        .filter((column) => column.key_place !== null)
        .sort((a, b) => Number(a.key_place) - Number(b.key_place))
        .map((column) => String(column.name)),
      columns: of.map(columnOf),
      references: references.get(name) ?? [],
    }),
  )
}

function columnOf(column: Row): ColumnShape {
  return {
    name: String(column.name),
    type: String(column.type),
    isNullable: column.is_nullable === true,
    hasDefault: column.has_default === true,
    isGenerated: column.is_generated === true,
    isUnique: column.is_unique === true,
  }
}

async function introspectReferences(queries: Queries): Promise<ReadonlyMap<string, ReferenceShape[]>> {
  const { rows } = await sql<Row>`
    select f.conname as name, c.relname as table_name, t.relname as target, a.attname as source, b.attname as "column"
    from pg_constraint f
    join pg_class c on c.oid = f.conrelid
    join pg_namespace n on n.oid = c.relnamespace and n.nspname = current_schema()
    join pg_class t on t.oid = f.confrelid
    cross join lateral unnest(f.conkey, f.confkey) with ordinality as p(own, other, place)
    join pg_attribute a on a.attrelid = c.oid and a.attnum = p.own
    join pg_attribute b on b.attrelid = t.oid and b.attnum = p.other
    where f.contype = 'f' order by c.relname, f.conname, p.place`.execute(queries)
  const byConstraint = new Map<string, Row[]>()
  for (const row of rows) {
    const id = JSON.stringify([row.table_name, row.name])
    byConstraint.set(id, [...(byConstraint.get(id) ?? []), row])
  }
  const byTable = new Map<string, ReferenceShape[]>()
  for (const parts of byConstraint.values()) {
    const table = String(parts[0]?.table_name)
    const reference = {
      table: String(parts[0]?.target),
      columns: parts.map((part) => String(part.source)),
      targets: parts.map((part) => String(part.column)),
    }
    byTable.set(table, [...(byTable.get(table) ?? []), reference])
  }
  return byTable
}
