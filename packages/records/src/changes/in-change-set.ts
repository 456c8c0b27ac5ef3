/** The one way to write: a transaction in which everything that is changed belongs to one change-set, all or nothing. */
import { type Connection, selectByIdempotency, selectLastChange, selectSetSize } from '@haykal/database'
import { HaykalError } from '@haykal/model'
import type { Entrance } from '../door.ts'
import { type ChangeSetOptions, type OpenChangeSet, onceOf, openChangeSet } from './change-set.ts'

/** A transaction in which records are changed. */
export interface Writing {
  readonly connection: Connection
  readonly set: OpenChangeSet
  /** How many hooks of the project have led to here: 0 for what the person asked for. */
  readonly depth: number
}

/** What is to be done in it. */
export interface ChangeSetWork<Result> {
  work(writing: Writing): Promise<Result>
  /** What a retry is answered with: the same request has been carried out already, as this change-set. */
  again(changeSet: string, connection: Connection): Promise<Result>
  /** Absent: a new change-set. */
  readonly continued?: string
}

/** Runs the work. Throws `repeated_key` where the key of a retry came with another request. */
export async function inChangeSet<Result>(entrance: Entrance, steps: ChangeSetWork<Result>): Promise<Result> {
  const { core } = entrance
  const { engine } = core.database
  const attempt = () =>
    core.database.write(async (queries) => {
      const connection: Connection = { engine, queries }
      const done = await findDone(entrance, connection)
      if (done !== undefined) return { result: await steps.again(done, connection), isWritten: true }
      const set = await openSet(entrance, steps.continued, connection)
      const result = await steps.work({ connection, set, depth: 0 })
      // Nothing is committed yet; in a file that was moved away meanwhile it would be lost.
      if (set.size > 0) core.history?.expectThere?.()
      return { result, isWritten: set.size > 0 }
    })
  // The same request may have been carried out while this one waited, by another process: then what it did may be what stood in the way.
  const isDone = async () =>
    entrance.origin.once !== undefined && (await findDone(entrance, core.database)) !== undefined
  const tried = await attempt().catch(async (error: unknown) => {
    if (!(await isDone())) throw error
    return await attempt()
  })
  return tried.isWritten || !(await isDone()) ? tried.result : (await attempt()).result
}

async function openSet(
  { core, access, origin }: Entrance,
  continued: string | undefined,
  connection: Connection,
): Promise<OpenChangeSet> {
  const options: ChangeSetOptions = { by: access.viewer.id, origin }
  if (continued === undefined) return openChangeSet(core, options)
  // Asked and not remembered: a step whose answer was lost has gone further than whoever asks for it again knows.
  const size = core.history ? await selectSetSize(connection, continued) : 0
  return openChangeSet(core, { ...options, continued: { id: continued, size } })
}

/** Whether the last change of a record is one of this very change-set: what is asked for was done already, by a step whose answer was lost. */
export async function isDoneHere(
  { core }: Pick<Entrance, 'core'>,
  { connection, set }: Writing,
  about: { readonly model: string; readonly record: string },
): Promise<boolean> {
  return core.history !== undefined && (await selectLastChange(connection, about))?.changeSet === set.id
}

async function findDone({ core, access, origin }: Entrance, connection: Connection): Promise<string | undefined> {
  if (!origin.once || !core.history) return undefined
  const { idempotency, asked } = onceOf(access.viewer.id, origin.once)
  const done = await selectByIdempotency(connection, idempotency)
  if (done && done.asked !== asked) throw new HaykalError('repeated_key', { params: { header: 'Idempotency-Key' } })
  return done?.changeSet
}
