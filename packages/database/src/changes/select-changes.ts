/** Reads the history: of a record, of a change-set, of everything. */
import { type SqlBool, sql } from 'kysely'
import type { Connection, Row } from '../engine.ts'
import { askKept } from '../records/kept-statement.ts'
import { historyTable } from './history-table.ts'
import { type StoredChange, selectChanges, type Test, table } from './stored-change.ts'

/** What a page of the history of one record is asked for. */
export interface RecordChangesRequest {
  readonly model: string
  readonly record: string
  /** Only changes of this field; absent: all. */
  readonly field?: string
  /** Only what came before this place; absent: from the latest on. */
  readonly before?: number
  readonly limit: number
}

/** The changes of a record, the latest first. */
export async function selectRecordChanges(
  connection: Connection,
  { model, record, field, before, limit }: RecordChangesRequest,
): Promise<StoredChange[]> {
  const tests = [
    sql<SqlBool>`c.model = ${model}`,
    sql<SqlBool>`c.record = ${record}`,
    ...(before === undefined ? [] : [sql<SqlBool>`c.id < ${before}`]),
    ...(field === undefined ? [] : [touches(field)]),
  ]
  return await selectChanges(connection, { tests, order: sql`c.id desc`, limit })
}

/** What an edit did not change it does not name; creating and removing touch every field. */
function touches(field: string): Test {
  const named = `%${JSON.stringify(field).replace(/[\\%_]/g, '\\$&')}%`
  return sql<SqlBool>`(c.act <> 'edit' or c.fields like ${named} escape '\\')`
}

/** What a page of a change-set is asked for. */
export interface SetChangesRequest {
  readonly changeSet: string
  /** The place in the change-set from which on to go: upwards after it, or downwards before it. */
  readonly from: number
  readonly direction: 'up' | 'down'
  /** Only this record, and what went with it; absent: all. */
  readonly only?: { readonly model: string; readonly record: string }
  readonly limit: number
}

/** Changes of a change-set in their order, or against it. */
export async function selectSetChanges(
  connection: Connection,
  { changeSet, from, direction, only, limit }: SetChangesRequest,
): Promise<StoredChange[]> {
  const isUp = direction === 'up'
  const tests = [
    sql<SqlBool>`c.change_set = ${changeSet}`,
    isUp ? sql<SqlBool>`c.ordinal > ${from}` : sql<SqlBool>`c.ordinal < ${from}`,
    ...(only === undefined
      ? []
      : [sql<SqlBool>`((c.model = ${only.model} and c.record = ${only.record}) or c.root = ${rootText(only)})`]),
  ]
  return await selectChanges(connection, { tests, order: isUp ? sql`c.ordinal` : sql`c.ordinal desc`, limit })
}

/** How a record is written where it is the root of what went with it. */
export function rootText({ model, record }: { readonly model: string; readonly record: string }): string {
  return JSON.stringify([model, record])
}

/** One change by its place in a change-set; undefined where there is none. */
export async function selectChange(
  connection: Connection,
  { changeSet, ordinal }: { readonly changeSet: string; readonly ordinal: number },
): Promise<StoredChange | undefined> {
  const tests = [sql<SqlBool>`c.change_set = ${changeSet}`, sql<SqlBool>`c.ordinal = ${ordinal}`]
  const [found] = await selectChanges(connection, { tests, order: sql`c.id`, limit: 1 })
  return found
}

/** What a page of change-sets is asked for; everything absent asks for all. */
export interface SetsRequest {
  readonly by?: string
  readonly means?: string
  readonly model?: string
  readonly field?: string
  /** ISO moments. */
  readonly from?: string
  readonly to?: string
  readonly before?: number
  readonly limit: number
}

/** The first change of each change-set, the latest first. */
export async function selectSets(connection: Connection, request: SetsRequest): Promise<StoredChange[]> {
  const { by, means, model, field, from, to, before, limit } = request
  const tests = [
    sql<SqlBool>`c.ordinal = 1`,
    ...(before === undefined ? [] : [sql<SqlBool>`c.id < ${before}`]),
    ...(by === undefined ? [] : [sql<SqlBool>`c.by = ${by}`]),
    ...(means === undefined ? [] : [sql<SqlBool>`c.means = ${means}`]),
    ...(from === undefined ? [] : [sql<SqlBool>`c.at >= ${from}`]),
    ...(to === undefined ? [] : [sql<SqlBool>`c.at < ${to}`]),
    ...(model === undefined ? [] : [contains(model, field)]),
  ]
  return await selectChanges(connection, { tests, order: sql`c.id desc`, limit })
}

function contains(model: string, field: string | undefined): Test {
  const touched = field === undefined ? sql<SqlBool>`1 = 1` : touches(field)
  return sql<SqlBool>`c.change_set in (select c.change_set from ${table} as c where c.model = ${model} and ${touched})`
}

/** How many changes of a sort a change-set has. */
export interface StoredCount {
  readonly model: string
  readonly act: StoredChange['act']
  readonly count: number
}

/** Counts the changes of a change-set by model and act. */
export async function countSet({ queries }: Connection, changeSet: string): Promise<StoredCount[]> {
  const { rows } = await sql<StoredCount>`select model, act, count(*) as count from ${table}
    where change_set = ${changeSet} group by model, act order by min(ordinal)`.execute(queries)
  return rows.map(({ model, act, count }) => ({ model, act, count: Number(count) }))
}

/** How many changes a change-set has, the last of which has that place in it; 0 where nothing is left of it. */
export async function selectSetSize({ queries }: Connection, changeSet: string): Promise<number> {
  const { rows } = await sql<{ size: number | null }>`select max(ordinal) as size from ${table}
    where change_set = ${changeSet}`.execute(queries)
  return Number(rows[0]?.size ?? 0)
}

/** The record that a change-set was meant to create, whatever hooks of the project created with it; undefined where there is none. */
export async function selectMeantRecord(
  { queries }: Connection,
  { changeSet, model }: { readonly changeSet: string; readonly model: string },
): Promise<string | undefined> {
  const { rows } = await sql<{ record: string }>`select record from ${table}
    where change_set = ${changeSet} and model = ${model} and act = 'create' and asked is not null
    order by case when idempotency is null then 0 else 1 end, ordinal limit 1`.execute(queries)
  return rows[0]?.record
}

/** The latest change of a record; undefined where none was kept. */
export async function selectLastChange(
  connection: Connection,
  { model, record }: { readonly model: string; readonly record: string },
): Promise<Pick<StoredChange, 'act' | 'after' | 'sealed' | 'changeSet' | 'ordinal'> | undefined> {
  const { rows } = await askKept(connection, {
    about: lastChange,
    name: 'last change',
    build: () => sql<Row>`select act, after, sealed, change_set as "changeSet", ordinal from ${table}
      where model = ${model} and record = ${record} order by id desc limit 1`,
    values: [model, record],
    stand: 'first',
  })
  return rows[0] as Awaited<ReturnType<typeof selectLastChange>>
}

/** What its statement is kept under. */
const lastChange = {}

/** The change-sets that took others back, by the one that each took back; the latest where there are several. */
export async function selectUndoings(
  { queries }: Connection,
  changeSets: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (changeSets.length === 0) return new Map()
  const { rows } = await sql<{ undoes: string; set: string }>`select undoes, change_set as "set" from ${table}
    where undoes in (${sql.join(changeSets)}) order by id`.execute(queries)
  return new Map(rows.map(({ undoes, set }) => [undoes, set]))
}

/** The change-set that was written for a key that makes retries harmless; undefined where there is none. */
export async function selectByIdempotency(
  { queries }: Connection,
  idempotency: string,
): Promise<{ readonly changeSet: string; readonly asked: string | null } | undefined> {
  const { rows } = await sql<{
    changeSet: string
    asked: string | null
  }>`select change_set as "changeSet", asked from ${table}
    where idempotency = ${idempotency}`.execute(queries)
  return rows[0]
}

/** A moment of the history: its latest change, and which writers were still at it, where there may be such. */
export interface HistoryMoment extends Pick<StoredChange, 'changeSet' | 'ordinal'> {
  readonly unfinished: string | null
}

/** The present moment of the history; undefined where nothing was changed yet. */
export async function selectLatest({ engine, queries }: Connection): Promise<HistoryMoment | undefined> {
  const unfinished = engine.unfinished?.moment ?? sql`null`
  const { rows } =
    await sql<HistoryMoment>`select change_set as "changeSet", ordinal, ${unfinished} as unfinished from ${table}
    order by id desc limit 1`.execute(queries)
  const [row] = rows
  return row && { ...row, ordinal: Number(row.ordinal) }
}

/** Which records are asked about, from when on, and whose own changes do not count. */
export interface TouchedRequest {
  readonly model: string
  readonly records: readonly string[]
  /** Only what came after this place in the history, or was not to be seen then. */
  readonly after: number
  readonly unfinished: string | null
  readonly except: string
}

/** Of some records, the fields that were edited after a place in the history, by record; `created` for those that were made since. */
export async function selectTouched(
  { engine, queries }: Connection,
  { model, records, after, unfinished, except }: TouchedRequest,
): Promise<ReadonlyMap<string, ReadonlySet<string> | 'created'>> {
  const touched = new Map<string, Set<string> | 'created'>()
  if (records.length === 0) return touched
  const isLater =
    unfinished === null || !engine.unfinished
      ? sql`id > ${after}`
      : sql`(id > ${after} or ${engine.unfinished.wasUnfinished(historyTable, unfinished)})`
  const { rows } = await sql<Pick<StoredChange, 'record' | 'fields' | 'act'>>`select record, fields, act from ${table}
    where model = ${model} and record in (${sql.join(records)}) and ${isLater} and change_set <> ${except} order by id`.execute(
    queries,
  )
  for (const { record, fields, act } of rows) {
    const known = touched.get(record)
    if (act === 'create' || known === 'created') touched.set(record, 'created')
    else touched.set(record, new Set([...(known ?? []), ...(JSON.parse(fields ?? '[]') as string[])]))
  }
  return touched
}

/** Those changes of a change-set whose records were changed again since, in reverse, at most `limit`. */
export async function selectChangedSince(
  connection: Connection,
  { changeSet, limit }: { readonly changeSet: string; readonly limit: number },
): Promise<StoredChange[]> {
  const tests = [
    sql<SqlBool>`c.change_set = ${changeSet}`,
    sql<SqlBool>`exists (select 1 from ${table} as n where n.model = c.model and n.record = c.record and n.id > c.id
      and n.change_set <> c.change_set)`,
  ]
  return await selectChanges(connection, { tests, order: sql`c.ordinal desc`, limit })
}
