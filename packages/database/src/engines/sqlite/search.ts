/** Texts of our own tables, looked up by what stands in them: FTS5 with three letters a token, kept in step by triggers that need no function of ours. */
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Queries, Row, SearchedColumn, SearchedTable, SearchedTexts, TextLookup } from '../../engine.ts'
import { sqliteBeside } from './beside/search-beside.ts'
import { sqliteGathered } from './gathered-numbers.ts'
import { matchText } from './match-text.ts'

/** How the names of the index, and of what keeps it in step, go on after that of the table. */
const ending = '$search'

/** Numbers the rows of a table whose key is no whole number: SQLite numbers such rows anew when it packs the file. */
export const numberColumn = '$number'

/** SQLite's way. */
export const sqliteSearch: SearchedTexts = {
  make: makeIndex,
  lookup: (lookup) => sql<SqlBool>`${sql.id(lookup.alias, lookup.numbered ?? numberColumn)} in (${numbersSql(lookup)})`,
  numbers: numbersSql,
  holds: (operand, pattern) => sql<SqlBool>`instr(${operand}, ${pattern}) > 0`,
  gathered: sqliteGathered,
  beside: sqliteBeside,
}

function numbersSql({ table, columns, patterns, most }: TextLookup): RawBuilder<unknown> {
  const name = sql.id(`${table}${ending}`)
  const cut = most === undefined ? sql`` : sql` limit ${most}`
  return sql`select rowid from ${name} where ${name} match ${matchText(columns, patterns)}${cut}`
}

async function makeIndex(queries: Queries, searched: SearchedTable): Promise<void> {
  const { table, columns, numbered } = searched
  if (numbered === undefined) await numberRows(queries, table)
  const name = `${table}${ending}`
  const { rows } = await sql<Row>`select name from pragma_table_info(${name}) order by cid`.execute(queries)
  const wanted = columns.map(({ search }) => search)
  const isThere = rows.length > 0
  if (isThere && JSON.stringify(rows.map((row) => row.name)) === JSON.stringify(wanted)) return
  for (const [event] of triggers(searched))
    await sql`drop trigger if exists ${sql.id(`${name} ${event}`)}`.execute(queries)
  if (isThere) await sql`drop table ${sql.id(name)}`.execute(queries)
  const list = sql.join(wanted.map((column) => sql.id(column)))
  await sql`create virtual table ${sql.id(name)} using fts5(${list}, content='', contentless_delete=1, tokenize='trigram case_sensitive 1')`.execute(
    queries,
  )
  for (const [event, action] of triggers(searched))
    await sql`create trigger ${sql.id(`${name} ${event}`)} ${action}`.execute(queries)
  await sql`insert into ${sql.id(name)} (rowid, ${list}) ${allOf(searched, sql.id(table))} from ${sql.id(table)}
    where ${isAny(columns, sql.id(table))}`.execute(queries)
}

async function numberRows(queries: Queries, table: string): Promise<void> {
  const number = sql.id(numberColumn)
  const { rows } = await sql<Row>`select 1 from pragma_table_info(${table}) where name = ${numberColumn}`.execute(
    queries,
  )
  if (rows.length > 0) return
  const [owner, index] = [sql.id(table), sql.id(`${table}${numberColumn}`)]
  await sql`alter table ${owner} add column ${number} integer`.execute(queries)
  await sql`update ${owner} set ${number} = rowid`.execute(queries)
  await sql`create unique index ${index} on ${owner} (${number})`.execute(queries)
  await sql`create trigger ${index} after insert on ${owner} when new.${number} is null begin
    update ${owner} set ${number} = (select coalesce(max(${number}), 0) + 1 from ${owner}) where rowid = new.rowid; end`.execute(
    queries,
  )
}

/** What keeps the index in step, whoever writes; by what makes it run. */
function triggers({
  table,
  columns,
  numbered = numberColumn,
}: SearchedTable): readonly [string, RawBuilder<unknown>][] {
  const [owner, name, number] = [sql.id(table), sql.id(`${table}${ending}`), sql.id(numbered)]
  const searched = columns.map(({ search }) => sql.id(search))
  const list = sql.join(searched)
  const row = sql.id('new')
  const put = sql`insert into ${name} (rowid, ${list}) ${allOf({ columns, numbered }, row)} where ${isAny(columns, row)};`
  const take = sql`delete from ${name} where rowid = old.${number};`
  const isChanged = sql.join(
    [number, ...searched].map((column) => sql`new.${column} is not old.${column}`),
    sql` or `,
  )
  return [
    // A row without a number gets one at once: that is a change.
    ['insert', sql`after insert on ${owner} when new.${number} is not null begin ${put} end`],
    ['delete', sql`after delete on ${owner} begin ${take} end`],
    ['update', sql`after update of ${number}, ${list} on ${owner} when ${isChanged} begin ${take} ${put} end`],
    ...columns.map(({ text, search }, index): [string, RawBuilder<unknown>] => {
      const [changed, kept] = [sql.id(text), sql.id(search)]
      return [
        `outside ${index}`,
        sql`after update of ${changed} on ${owner} when new.${changed} is not old.${changed} and new.${kept} is old.${kept} and new.${kept} <> ''
          begin update ${owner} set ${kept} = '' where ${number} = new.${number}; end`,
      ]
    }),
  ]
}

/** The number of a row and what it is searched by. */
function allOf({ columns, numbered = numberColumn }: Omit<SearchedTable, 'table'>, row: RawBuilder<unknown>) {
  const texts = columns.map(
    ({ search, markLength }) => sql`substr(${row}.${sql.id(search)}, ${sql.lit(markLength + 1)})`,
  )
  return sql`select ${sql.join([sql`${row}.${sql.id(numbered)}`, ...texts])}`
}

function isAny(columns: readonly SearchedColumn[], row: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql.join(
    columns.map(({ search }) => sql`${row}.${sql.id(search)} <> ''`),
    sql` or `,
  )
}
