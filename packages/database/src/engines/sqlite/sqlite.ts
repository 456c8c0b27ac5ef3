/** SQLite, behind the engine's seam. */
import type { Column, ColumnKind } from '@haykal/model'
import { sql } from 'kysely'
import type { Engine } from '../../engine.ts'
import { keepIndexBeside } from './beside/index-beside.ts'
import { shortBytes } from './codec/bytes.ts'
import { sqliteCodec } from './codec/codec.ts'
import { nearRows } from './driver.ts'
import { sqliteExact } from './exact.ts'
import { sqliteHeld } from './held.ts'
import { introspectSqlite } from './introspect/introspect.ts'
import { sampleSqlite } from './introspect/sample.ts'
import { planSqlite } from './plan.ts'
import { explainSqliteRefusal } from './refusal.ts'
import { sqliteSearch } from './search.ts'
import { sqliteWrittenRows } from './written-rows.ts'

/** Declared types; SQLite reads an affinity from them (https://www.sqlite.org/datatype3.html), people read what is meant. */
const columnTypes: { readonly [kind in ColumnKind]: string } = {
  text: 'text',
  integer: 'integer',
  real: 'real',
  boolean: 'boolean',
  date: 'date_text',
  timestamp: 'timestamp_text',
  decimal: 'decimal',
  json: 'json_text',
  bytes: 'blob',
}

/** Moments that are numbers: the bare names give a column that keeps them so. */
function isCounted(column: Column): boolean {
  return 'written' in column && column.written !== undefined && column.written !== 'iso' && column.written !== 'sql'
}

/** The engine for SQLite files. */
export const sqliteEngine: Engine = {
  name: 'sqlite',
  capabilities: { nulls: 'first', addsConstraints: false, typesParameters: true },
  codec: sqliteCodec,
  exact: sqliteExact,
  held: sqliteHeld,
  columnType: (column) => sql.raw(isCounted(column) ? column.kind : columnTypes[column.kind]),
  orderKeyType: sql`order_text`,
  generatedKey: (mayComeAgain = false) =>
    mayComeAgain ? sql`integer primary key` : sql`integer primary key autoincrement`,
  shortBytes,
  exactText: {
    read: (operand) => sql`case typeof(${operand}) when 'text' then hex(cast(${operand} as blob)) else ${operand} end`,
    write: (hexadecimal) => sql`cast(${Buffer.from(hexadecimal, 'hex')} as text)`,
  },
  like: (operand, pattern) => sql`${operand} like ${pattern} escape '\\'`,
  likeOfAny: (operand, pattern) =>
    sql`exists (select 1 from json_each(iif(json_valid(${operand}), ${operand}, '[]')) as each where each.value like ${pattern} escape '\\')`,
  // https://www.sqlite.org/optoverview.html: a term behind a unary plus is no term of an index.
  unindexed: (operand) => sql`+(${operand})`,
  near: (statement) => sql`${sql.raw(nearRows)}${statement}`,
  search: sqliteSearch,
  written: sqliteWrittenRows,
  keepIndexBeside,
  explainRefusal: explainSqliteRefusal,
  plan: planSqlite,
  async hasIndex(queries, name) {
    const { rows } = await sql`select 1 from sqlite_schema where type = 'index' and name = ${name}`.execute(queries)
    return rows.length > 0
  },
  introspect: introspectSqlite,
  sample: sampleSqlite,
}
