/** A change-set while it is written: everything that one act changes is kept in it, in the transactions of the changes. */
import { createHash, randomUUID } from 'node:crypto'
import { type Connection, insertChange, rootText } from '@haykal/database'
import type { RecordsCore } from '../door.ts'
import { keepImages, type WrittenChange } from './images.ts'
import type { Origin } from './origin.ts'

/** A change-set that is being written. */
export interface OpenChangeSet {
  readonly id: string
  readonly origin: Origin
  /** How many changes it has. */
  readonly size: number
  /** `isMeant`: the person asked for this very change; absent: it follows from one. */
  keep(change: WrittenChange & { readonly isMeant?: boolean }, connection: Connection): Promise<void>
  /** Forgets the changes after the first `size`, as the database has forgotten them: their places are given again. */
  goBackTo(size: number): void
}

/** Whose act it is and how it came in. */
export interface ChangeSetOptions {
  /** The person; null: nobody who is known. */
  readonly by: string | null
  readonly origin: Origin
  /** A change-set that goes on, with the number of changes that it has; absent: a new one. */
  readonly continued?: { readonly id: string; readonly size: number }
}

/** Begins a change-set; nothing is written before its first change. */
export function openChangeSet(core: RecordsCore, { by, origin, continued }: ChangeSetOptions): OpenChangeSet {
  const id = continued?.id ?? newId(core.now?.() ?? new Date())
  let size = continued?.size ?? 0
  /** At which size the first change that was meant was kept. */
  let meantAt = continued === undefined ? Number.POSITIVE_INFINITY : 0
  return {
    id,
    origin,
    get size() {
      return size
    },
    async keep(change, connection) {
      size += 1
      if (!core.history) return
      const isFirst = size === 1
      const once = origin.once && onceOf(by, origin.once)
      const isMeant = change.isMeant === true && meantAt > size
      if (isMeant) meantAt = size
      await insertChange(connection, {
        change_set: id,
        ordinal: size,
        at: (core.now?.() ?? new Date()).toISOString(),
        by: isFirst ? by : null,
        means: isFirst ? origin.means : null,
        request: isFirst ? (origin.request ?? null) : null,
        idempotency: isFirst ? (once?.idempotency ?? null) : null,
        // In the row of what was meant as well, so that a retry finds it among what hooks wrote before it.
        asked: isFirst || isMeant ? (once?.asked ?? null) : null,
        undoes: isFirst ? (origin.undoes ?? null) : null,
        action: isFirst && origin.action !== undefined ? JSON.stringify(origin.action) : null,
        model: change.model.name,
        record: change.id,
        act: change.act,
        root: change.root ? rootText(change.root) : null,
        ...keepImages(change, core.secret),
      })
    },
    goBackTo(before) {
      size = before
      if (meantAt > before) meantAt = Number.POSITIVE_INFINITY
    },
  }
}

/** How a key that makes retries harmless is kept: it is one person's, and nobody reads it. */
export function onceOf(by: string | null, { key, asked }: NonNullable<Origin['once']>) {
  return { idempotency: hashOf([by, key]), asked: hashOf(asked) }
}

function hashOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('base64url')
}

/** Later ones sort after earlier ones, so that they lie together in an index; what follows the moment nobody can guess, nor how many there are. */
function newId(now: Date): string {
  return `${now.getTime().toString(36).padStart(9, '0')}${randomUUID().replaceAll('-', '').slice(0, 20)}`
}
