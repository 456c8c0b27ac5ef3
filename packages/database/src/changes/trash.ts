/** What was removed and can be restored: a removal whose values are still kept, of a record that is not there again. And what is forgotten after a time. */
import { type SqlBool, sql } from 'kysely'
import type { Connection } from '../engine.ts'
import { rootText } from './select-changes.ts'
import { type StoredChange, selectChanges, table } from './stored-change.ts'

/** What a page of the trash of a model is asked for. */
export interface TrashRequest {
  readonly model: string
  readonly before?: number
  readonly limit: number
}

/** The removals that nothing has come after, the latest first; those that followed from another one are not on their own. */
export async function selectTrash(
  connection: Connection,
  { model, before, limit }: TrashRequest,
): Promise<StoredChange[]> {
  const tests = [
    sql<SqlBool>`c.model = ${model}`,
    sql<SqlBool>`c.act = 'remove'`,
    sql<SqlBool>`c.before is not null`,
    sql<SqlBool>`c.root is null`,
    ...(before === undefined ? [] : [sql<SqlBool>`c.id < ${before}`]),
    sql<SqlBool>`not exists (select 1 from ${table} as n where n.model = c.model and n.record = c.record and n.id > c.id)`,
  ]
  return await selectChanges(connection, { tests, order: sql`c.id desc`, limit })
}

/** How many records were removed because another one was, by model. */
export async function countRemovedWith(
  { queries }: Connection,
  removal: Pick<StoredChange, 'changeSet' | 'model' | 'record'>,
): Promise<readonly { readonly model: string; readonly count: number }[]> {
  const { rows } = await sql<{ model: string; count: number }>`select model, count(*) as count from ${table}
    where change_set = ${removal.changeSet} and root = ${rootText(removal)} and act = 'remove' group by model`.execute(
    queries,
  )
  return rows.map(({ model, count }) => ({ model, count: Number(count) }))
}

/** Whose values are forgotten. */
export interface ForgottenRemovals {
  /** Absent: of every model. */
  readonly model?: string
  /** Only these records, and what went with them; absent: all. */
  readonly records?: readonly string[]
  /** Only what was removed before this ISO moment; absent: all. */
  readonly before?: string
}

/**
 * Forgets the values of records that are in the trash, those of all their changes; that they were changed and removed stays in the history. Gives how many
 * records. What was restored since is not in the trash.
 */
export async function forgetRemovals(
  { queries }: Connection,
  { model, records, before }: ForgottenRemovals,
): Promise<number> {
  const roots = records?.map((record) => rootText({ model: model ?? '', record }))
  const meant =
    model === undefined
      ? sql<SqlBool>`1 = 1`
      : records === undefined || roots === undefined
        ? isOrWentWith(model)
        : sql<SqlBool>`((r.model = ${model} and r.root is null and r.record in (${sql.join(records)})) or r.root in (${sql.join(roots)}))`
  const old = before === undefined ? sql<SqlBool>`1 = 1` : sql<SqlBool>`r.at < ${before}`
  const forgotten = sql`from ${table} as r where r.act = 'remove' and r.before is not null and ${old} and ${meant}
    and not exists (select 1 from ${table} as n where n.model = r.model and n.record = r.record and n.id > r.id)`
  const { rows } = await sql<{ count: number }>`select count(*) as count ${forgotten}`.execute(queries)
  await sql`update ${table} set before = null, after = null, sealed = null, held = null
    where (model, record) in (select r.model, r.record ${forgotten})`.execute(queries)
  return Number(rows[0]?.count ?? 0)
}

/** Removals of a model, and whatever went with one of them. */
function isOrWentWith(model: string) {
  const begin = `${JSON.stringify([model]).slice(0, -1)},`
  return sql<SqlBool>`((r.model = ${model} and r.root is null) or substr(r.root, 1, ${begin.length}) = ${begin})`
}

/** Forgets changes from before an ISO moment, at most `limit` of them, the oldest first. Gives how many. */
export async function forgetChanges(
  { queries }: Connection,
  { before, limit }: { readonly before: string; readonly limit: number },
): Promise<number> {
  // What can still be restored stays, and what tells of its change-set: the trash has a time of its own.
  const isKept = (row: string) => sql`${sql.id(row, 'act')} = 'remove' and ${sql.id(row, 'before')} is not null`
  const { numAffectedRows } = await sql`delete from ${table} where id in
    (select h.id from ${table} as h where h.at < ${before} and not (${isKept('h')}) and not (h.ordinal = 1 and exists
      (select 1 from ${table} as k where k.change_set = h.change_set and ${isKept('k')})) order by h.id limit ${limit})`.execute(
    queries,
  )
  return Number(numAffectedRows ?? 0n)
}
