/** Reads pages of records by keyset: the cost of a page does not depend on how deep in the list it is. */
import { type Condition, type FieldPath, isEverything, type Json, type Model, type ModelField } from '@haykal/model'
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Connection, Engine, Row, Stored } from '../engine.ts'
import { column, compileCondition, keySql, type Where } from './compile-condition.ts'

/** One term of the order of a page: a field of the model, or one behind relations. */
export interface OrderTerm {
  readonly path: FieldPath
  readonly descending: boolean
}

/** A place in an ordered list: what the row there holds for each term, as stored; integers as `{ int }` so that no digit is lost. */
export type Place = readonly (string | number | boolean | null | { readonly int: string })[]

/** Which page of which records. */
export interface PageRequest {
  readonly condition: Condition
  /** Ends with the key, so that no two records share a place. */
  readonly order: readonly OrderTerm[]
  readonly fields: readonly ModelField[]
  readonly limit: number
  /** Only what comes after this place, or in front of it; absent: from the beginning. */
  readonly from?: { readonly place: Place; readonly direction: 'after' | 'before' }
}

/** A page of decoded records. */
export interface Page {
  readonly records: readonly { readonly [field: string]: Json }[]
  /** The places of the first and the last record; absent when the page is empty. */
  readonly first?: Place
  readonly last?: Place
  /** There are more records in the direction of reading. */
  readonly hasMore: boolean
}

/** Reads one page. Records come in the order asked for, whichever way the page was reached. */
export async function selectRecords(database: Connection, model: Model, request: PageRequest): Promise<Page> {
  const { engine } = database
  const isBackwards = request.from?.direction === 'before'
  const terms = request.order.map((term, index) => orderSql(term, index, isBackwards))
  const joins = terms.flatMap((term) => term.joins.map((join) => joinSql(engine, join)))
  const places = terms.map((term, index) => sql`${term.operand} as ${sql.id(`s${index}`)}`)
  const where = [
    ...(isEverything(request.condition) ? [] : [compileCondition(engine, request.condition, 'r')]),
    ...(request.from ? [beyond(engine, terms, request.from.place)] : []),
  ]
  const { rows } =
    await sql<Row>`select ${sql.join([...fieldColumns(request.fields), ...places])} from ${sql.id(model.table)} as r ${sql.join(joins, sql` `)}
    ${where.length > 0 ? sql`where ${sql.join(where, sql` and `)}` : sql``}
    order by ${sql.join(terms.map((term) => directionSql(engine, term)))} limit ${request.limit + 1}`.execute(
      database.queries,
    )
  const kept = rows.slice(0, request.limit)
  const ordered = isBackwards ? kept.toReversed() : kept
  const [first, last] = [ordered[0], ordered.at(-1)]
  return {
    records: ordered.map(rowDecoder(engine, request.fields)),
    hasMore: rows.length > request.limit,
    ...(first && last ? { first: placeOf(first, terms.length), last: placeOf(last, terms.length) } : {}),
  }
}

/** Which record to read. */
export interface RecordRequest {
  readonly key: readonly Json[]
  readonly condition: Condition
  readonly fields: readonly ModelField[]
  /** It will be written in the same transaction: nobody else may change it until then. Absent: no. */
  readonly forWriting?: boolean
}

/** Reads the record of a key under a condition; undefined when there is none. */
export async function selectRecord(
  database: Connection,
  model: Model,
  { key, condition, fields, forWriting = false }: RecordRequest,
): Promise<{ readonly [field: string]: Json } | undefined> {
  const { engine } = database
  const { rows } = await sql<Row>`select ${sql.join(fieldColumns(fields))} from ${sql.id(model.table)} as r
    where ${keySql(engine, model, key)} and ${compileCondition(engine, condition, 'r')}${(forWriting && engine.lockRows) || sql``}`.execute(
    database.queries,
  )
  const [row] = rows
  return row && rowDecoder(engine, fields)(row)
}

/** Whether the row of a key satisfies a condition. */
export async function existsRecord(
  database: Connection,
  model: Model,
  { key, condition }: { readonly key: readonly Json[]; readonly condition: Condition },
): Promise<boolean> {
  const found = await selectRecord(database, model, { key, condition, fields: model.key })
  return found !== undefined
}

/** The columns of fields, called `f0`, `f1`, … so that no name of a field can be mistaken for another. */
function fieldColumns(fields: readonly ModelField[]): readonly RawBuilder<unknown>[] {
  return fields.map((field, index) => sql`${column('r', field)} as ${sql.id(`f${index}`)}`)
}

/** Turns rows of `fieldColumns` into records of the fields, in their order. */
function rowDecoder(engine: Engine, fields: readonly ModelField[]): (row: Row) => { readonly [field: string]: Json } {
  const columns = fields.map((field, index) => ({
    name: field.name,
    from: `f${index}`,
    decode: engine.codec.decoder(field.column),
  }))
  return (row) => {
    const record: { [field: string]: Json } = {}
    for (const { name, from, decode } of columns) record[name] = decode(row[from] ?? null)
    return record
  }
}

interface Join {
  readonly from: string
  readonly to: string
  readonly hop: FieldPath['hops'][number]
}

interface OrderSql {
  readonly operand: RawBuilder<unknown>
  readonly joins: readonly Join[]
  readonly descending: boolean
  /** The place of a row may be empty: the field may be, or the relation on the way. */
  readonly isNullable: boolean
}

function orderSql({ path, descending }: OrderTerm, index: number, isBackwards: boolean): OrderSql {
  const joins = path.hops.map(
    (hop, depth): Join => ({ from: depth === 0 ? 'r' : `j${index}_${depth - 1}`, to: `j${index}_${depth}`, hop }),
  )
  return {
    operand: column(joins.at(-1)?.to ?? 'r', path.field),
    joins,
    descending: descending !== isBackwards,
    isNullable: joins.length > 0 || !path.field.isRequired,
  }
}

function joinSql(engine: Engine, { from, to, hop }: Join): RawBuilder<unknown> {
  const [key] = hop.to.key
  if (!key) return sql``
  const scope = isEverything(hop.scope) ? sql`` : sql` and ${compileCondition(engine, hop.scope, to)}`
  return sql`left join ${sql.id(hop.to.table)} as ${sql.id(to)} on ${column(to, key)} = ${column(from, hop.field)}${scope}`
}

/** Empty places come first in an ascending order on every engine. */
function directionSql(engine: Engine, { operand, descending, isNullable }: OrderSql): RawBuilder<unknown> {
  const direction = descending ? sql`${operand} desc` : sql`${operand}`
  if (!isNullable || engine.capabilities.nulls === 'first') return direction
  return descending ? sql`${direction} nulls last` : sql`${direction} nulls first`
}

/** What lies beyond a place: further in the first term, or level with it and further in the rest. */
function beyond(engine: Engine, terms: readonly OrderSql[], place: Place): Where {
  const [term, ...rest] = terms
  const stored = storedOf(place[place.length - terms.length] ?? null)
  if (!term) return sql<SqlBool>`1 = 0`
  const further = furtherSql(term, stored)
  if (rest.length === 0) return further
  const level = stored === null ? sql<SqlBool>`${term.operand} is null` : sql<SqlBool>`${term.operand} = ${stored}`
  const nested = sql<SqlBool>`(${further} or (${level} and ${beyond(engine, rest, place)}))`
  // The bound says nothing new, but an index can use it where it cannot use an OR.
  const hasBound = stored !== null && (!term.isNullable || !term.descending)
  return hasBound
    ? sql<SqlBool>`${term.operand} ${term.descending ? sql`<=` : sql`>=`} ${stored} and ${nested}`
    : nested
}

function furtherSql({ operand, descending, isNullable }: OrderSql, stored: Stored): Where {
  if (stored === null) return descending ? sql<SqlBool>`1 = 0` : sql<SqlBool>`${operand} is not null`
  if (!descending) return sql<SqlBool>`${operand} > ${stored}`
  return isNullable
    ? sql<SqlBool>`(${operand} < ${stored} or ${operand} is null)`
    : sql<SqlBool>`${operand} < ${stored}`
}

function placeOf(row: Row, terms: number): Place {
  return Array.from({ length: terms }, (_, index) => {
    const stored = row[`s${index}`] ?? null
    if (typeof stored === 'bigint') return { int: String(stored) }
    if (stored instanceof Uint8Array || stored instanceof Date) return String(stored)
    return stored
  })
}

function storedOf(part: Place[number]): Stored {
  return typeof part === 'object' && part !== null ? BigInt(part.int) : part
}

/** Reads key and title of the records of some keys, in no particular order; for models whose key is one field. */
export async function selectTitles(
  { engine, queries }: Connection,
  model: Model,
  {
    keys,
    condition,
    title,
  }: { readonly keys: readonly Json[]; readonly condition: Condition; readonly title: ModelField },
): Promise<readonly { readonly [field: string]: Json }[]> {
  const [key] = model.key
  if (!key || keys.length === 0) return []
  const fields = [key, title]
  const isOneOfKeys: Condition = { type: 'test', field: key, operator: 'in', value: padded(keys) }
  const { rows } = await sql<Row>`select ${sql.join(fieldColumns(fields))} from ${sql.id(model.table)} as r
    where ${compileCondition(engine, { type: 'all', of: [isOneOfKeys, condition] }, 'r')}`.execute(queries)
  return rows.map(rowDecoder(engine, fields))
}

/** Repeats the last key until their number is a power of two: few lengths, so few statements to prepare and keep. */
function padded(keys: readonly Json[]): readonly Json[] {
  const length = 2 ** Math.ceil(Math.log2(keys.length))
  return [...keys, ...Array.from({ length: length - keys.length }, () => keys.at(-1) ?? null)]
}
