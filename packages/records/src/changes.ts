/** Writes of records, told to whoever keeps them: what was there before and after, inside the same transaction. */
import { type Connection, isKeyShared, selectRecord } from '@haykal/database'
import {
  type AnyRecord,
  everything,
  HaykalError,
  invalid,
  isDerived,
  isMixedColumn,
  type Json,
  type Model,
  recordId,
  type Viewer,
} from '@haykal/model'
import type { Door } from './door.ts'
import { expectChecks } from './expect-checks.ts'

/** One record's before and after. */
export interface WrittenChange {
  readonly act: 'create' | 'edit' | 'remove'
  readonly model: Model
  /** As in addresses. */
  readonly id: string
  /** Every field, whoever may see it; null where there was no record. */
  readonly before: AnyRecord | null
  /** Null where there is none any more. */
  readonly after: AnyRecord | null
  readonly viewer: Viewer
}

/** A write that is about to happen. */
export interface PlannedWrite {
  readonly act: WrittenChange['act']
  /** Absent: the record is made by the write. */
  readonly key?: readonly Json[]
}

/**
 * Runs a write and has its change kept. `write` gives the key of the record and how many rows were written.
 * Throws `invalid` when the database left the row as it was or the record breaks a check of its model, and `locked` when other rows have the same key; then the transaction must not be committed.
 */
export async function writeChange(
  door: Door,
  { act, key }: PlannedWrite,
  { connection, write }: { readonly connection: Connection; readonly write: () => Promise<WrittenRows> },
): Promise<readonly Json[]> {
  const { core, access, visible } = door
  const { model } = visible
  const { keepChange } = core
  const read = async (of: readonly Json[]) =>
    keepChange &&
    (await selectRecord(connection, model, {
      key: of,
      condition: everything,
      // What is derived changes with what it is derived from, and is no change of this record.
      fields: model.fields.filter((field) => !isDerived(field)),
    }))
  const before = key && (await read(key))
  if (key && mayBeShared(model, key) && (await isKeyShared(connection, model, key)))
    throw new HaykalError('locked', { params: { reason: 'same-key' } })
  const written = await write()
  if (written.rows !== 1) throw invalid([{ pointer: '/values', code: 'refused_by_database' }])
  if (act !== 'remove') await expectChecks(door, written.key, connection)
  if (keepChange) {
    const after = act === 'remove' ? undefined : await read(written.key)
    const record = after ?? before ?? {}
    const change = { act, model, id: recordId(model, record), viewer: access.viewer }
    await keepChange({ ...change, before: before ?? null, after: after ?? null }, connection)
  }
  return written.key
}

/** What a statement wrote. */
export interface WrittenRows {
  readonly key: readonly Json[]
  readonly rows: number
}

/** Whether several rows may have a key: only where a part of it is empty, or looks like another value. */
export function mayBeShared(model: Model, key: readonly Json[]): boolean {
  return model.key.some(({ column }, index) => isMixedColumn(column) || (key[index] ?? null) === null)
}
