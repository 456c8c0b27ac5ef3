/** Texts of our own tables, looked up by what stands in them: an inverted index of their groups of three letters, made by PostgreSQL itself without an extension. */
import { createHash } from 'node:crypto'
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Queries, SearchedColumn, SearchedTable, SearchedTexts, TextLookup } from '../../engine.ts'
import { hasIndex } from './has-index.ts'

/** PostgreSQL's way. */
export const postgresSearch: SearchedTexts = {
  make: makeIndex,
  lookup: ({ alias, columns, patterns, most, table }: TextLookup) => {
    const tests = columns.flatMap((column) => patterns.map((pattern) => lookUp(sql.id(alias, column), pattern)))
    const found = sql<SqlBool>`(${sql.join(tests, sql` or `)})`
    if (most === undefined) return found
    const inner = columns.flatMap((column) => patterns.map((pattern) => lookUp(sql.id('searched', column), pattern)))
    return sql<SqlBool>`${sql.id(alias)}.ctid = any(array(select ctid from ${sql.id(table)} as searched where ${sql.join(inner, sql` or `)} limit ${most}))`
  },
  holds,
}

function holds(operand: RawBuilder<unknown>, pattern: string): RawBuilder<SqlBool> {
  return sql<SqlBool>`strpos(${operand}, ${pattern}) > 0`
}

function lookUp(operand: RawBuilder<unknown>, pattern: string): RawBuilder<SqlBool> {
  return sql<SqlBool>`(haykal_groups(${operand}) @> ${groupsOf(pattern)}::text[] and ${holds(operand, pattern)})`
}

/** As the function makes them. */
function groupsOf(pattern: string): string {
  const letters = [...pattern]
  const groups = letters.slice(2).map((_, index) => letters.slice(index, index + 3).join(''))
  return `{${[...new Set(groups)].map((group) => `"${group.replace(/["\\]/g, '\\$&')}"`).join(',')}}`
}

async function makeIndex(queries: Queries, { table, columns }: SearchedTable): Promise<void> {
  const missing: { readonly column: SearchedColumn; readonly name: string }[] = []
  for (const column of columns) {
    const name = nameOf(table, column)
    if (!(await hasIndex(queries, name))) missing.push({ column, name })
  }
  // Nothing is defined anew at every start: others may be at work, and may start as well.
  if (missing.length === 0) return
  await sql`create or replace function haykal_groups(searched text) returns text[] language sql immutable strict parallel safe cost 500
    return array(select distinct substr(searched, start, 3) from generate_series(1, length(searched) - 2) as start)`.execute(
    queries,
  )
  await sql`create or replace function haykal_outside() returns trigger language plpgsql as ${sql.lit(forgetting)}`.execute(
    queries,
  )
  for (const { column, name } of missing) {
    const [text, search] = [sql.id(column.text), sql.id(column.search)]
    await sql`create index ${sql.id(name)} on ${sql.id(table)} using gin (haykal_groups(${search}))`.execute(queries)
    await sql`drop trigger if exists ${sql.id(name)} on ${sql.id(table)}`.execute(queries)
    await sql`create trigger ${sql.id(name)} before update of ${text} on ${sql.id(table)} for each row
      when (new.${text} is distinct from old.${text} and new.${search} = old.${search})
      execute function haykal_outside(${sql.lit(column.search)})`.execute(queries)
  }
}

/** Short, and no other's, whatever the names of tables and columns are. */
function nameOf(table: string, { search }: SearchedColumn): string {
  const hash = createHash('sha256')
    .update(JSON.stringify([table, search]))
    .digest('hex')
  return `haykal_search_${hash.slice(0, 24)}`
}

/** Whoever changes a text and not what it is searched by leaves that empty, to be made up for at the next start. */
const forgetting = `begin return jsonb_populate_record(new, jsonb_build_object(tg_argv[0], '')); end`
