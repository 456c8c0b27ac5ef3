/** Reads the tables of a PostgreSQL schema from the system catalogue. */
import { sql } from 'kysely'
import type { ColumnShape, Queries, ReferenceShape, Row, TableShape } from '../../engine.ts'

/** The tables and views of the current schema. */
export async function introspectPostgres(queries: Queries): Promise<readonly TableShape[]> {
  const { rows: columns } = await sql<Row>`
    select c.relname as table_name, c.relkind in ('v', 'm') as is_view, a.attname as name, format_type(a.atttypid, a.atttypmod) as type,
      not a.attnotnull as is_nullable, a.atthasdef as has_default, a.attidentity <> '' as is_generated, a.attgenerated <> '' as is_computed,
      array_position(k.conkey, a.attnum) as key_place,
      exists (select 1 from pg_index u where u.indrelid = c.oid and u.indisunique and u.indnkeyatts = 1 and u.indkey[0] = a.attnum and u.indpred is null) as is_unique
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace and n.nspname = current_schema()
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    left join pg_constraint k on k.conrelid = c.oid and k.contype = 'p'
    where c.relkind in ('r', 'p', 'v', 'm') order by c.relname, a.attnum`.execute(queries)
  const references = await introspectReferences(queries)
  const uniqueKeys = await introspectUniqueKeys(queries)
  const triggers = await introspectTriggers(queries)
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
      uniqueKeys: uniqueKeys.get(name) ?? [],
      references: references.get(name) ?? [],
      triggers: triggers.get(name) ?? [],
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
    isComputed: column.is_computed === true,
    isUnique: column.is_unique === true,
  }
}

/** The columns of indexes that let no two rows be the same and no column be null, the primary key's own not among them. */
async function introspectUniqueKeys(queries: Queries): Promise<ReadonlyMap<string, string[][]>> {
  const { rows } = await sql<Row>`
    select c.relname as table_name, json_agg(a.attname order by p.place)::text as columns
    from pg_index i
    join pg_class c on c.oid = i.indrelid
    join pg_namespace n on n.oid = c.relnamespace and n.nspname = current_schema()
    cross join lateral unnest(i.indkey::smallint[]) with ordinality as p(number, place)
    left join pg_attribute a on a.attrelid = c.oid and a.attnum = p.number and a.attnum > 0
    where i.indisunique and not i.indisprimary and i.indpred is null and p.place <= i.indnkeyatts
    group by c.relname, i.indexrelid having bool_and(coalesce(a.attnotnull, false)) order by c.relname, i.indexrelid`.execute(
    queries,
  )
  const byTable = new Map<string, string[][]>()
  for (const row of rows) {
    const table = String(row.table_name)
    byTable.set(table, [...(byTable.get(table) ?? []), JSON.parse(String(row.columns)) as string[]])
  }
  return byTable
}

async function introspectTriggers(queries: Queries): Promise<ReadonlyMap<string, string[]>> {
  const { rows } = await sql<Row>`
    select c.relname as table_name, t.tgname as name
    from pg_trigger t
    join pg_class c on c.oid = t.tgrelid
    join pg_namespace n on n.oid = c.relnamespace and n.nspname = current_schema()
    where not t.tgisinternal order by c.relname, t.tgname`.execute(queries)
  const byTable = new Map<string, string[]>()
  for (const row of rows) {
    const table = String(row.table_name)
    byTable.set(table, [...(byTable.get(table) ?? []), String(row.name)])
  }
  return byTable
}

/** https://www.postgresql.org/docs/current/catalog-pg-constraint.html */
function onDeleteOf(letter: unknown): Pick<ReferenceShape, 'onDelete'> {
  return letter === 'c' ? { onDelete: 'cascade' } : letter === 'n' ? { onDelete: 'clear' } : {}
}

async function introspectReferences(queries: Queries): Promise<ReadonlyMap<string, ReferenceShape[]>> {
  const { rows } = await sql<Row>`
    select f.conname as name, c.relname as table_name, t.relname as target, a.attname as source, b.attname as "column",
      f.confdeltype as on_delete
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
      ...onDeleteOf(parts[0]?.on_delete),
    }
    byTable.set(table, [...(byTable.get(table) ?? []), reference])
  }
  return byTable
}
