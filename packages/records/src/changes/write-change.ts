/** Writes one record and keeps the change: before, what happened outside, the statement, the checks, after. Every door ends here. */
import {
  type Connection,
  deleteRecord,
  type HeldRecord,
  insertRecord,
  isKeyShared,
  selectBytes,
  selectHeld,
  selectRecord,
  updateRecord,
} from '@haykal/database'
import {
  type AnyRecord,
  everything,
  HaykalError,
  idOfKey,
  invalid,
  isJsonObject,
  isMixedColumn,
  type Json,
  type Model,
  type ModelField,
} from '@haykal/model'
import type { Door } from '../door.ts'
import { expectChecks } from '../expect-checks.ts'
import { changedFields, keptFields, type WrittenChange } from './images.ts'
import type { Writing } from './in-change-set.ts'
import { keepOutsideChange } from './outside-change.ts'

/** A record as it is stored: its key and every stored field. */
export interface Stored {
  readonly key: readonly Json[]
  readonly image: AnyRecord
}

/** Reads a record as it is stored; undefined where there is none. In a transaction, nobody else writes it before that has ended. */
export async function readStored(
  { core, visible: { model } }: Door,
  key: readonly Json[],
  connection: Connection,
): Promise<Stored | undefined> {
  // Outside of one there is nothing to be held for, and whoever reads the history would wait for those who write.
  const forWriting = connection !== core.database
  const request = { key, condition: everything, fields: keptFields(model), forWriting }
  const image = await selectRecord(connection, model, request)
  return image && { key, image }
}

/** Inserts a record. Throws `invalid` where the database left it out or it breaks a check; then the transaction must not be committed. */
export async function insertOne(
  door: Door,
  writing: Writing,
  { values, held = {} }: { readonly values: AnyRecord; readonly held?: HeldRecord },
): Promise<Stored> {
  const { core } = door
  const { model } = door.visible
  const { connection } = writing
  const returning = core.isOurs ? keptFields(model) : model.key
  const made = await insertRecord(connection, model, { values, held, returning })
  if (!made) throw refusedByDatabase()
  const key = model.key.map((field) => made[field.name] ?? null)
  const image = core.isOurs ? made : ((await readStored(door, key, connection))?.image ?? made)
  await expectChecks(door, key, connection)
  const id = idOfKey(model, key)
  // A key that the database gives is one that no record has had.
  if (!model.key.some(({ isGenerated }) => isGenerated))
    await keepOutsideChange(core, { model, id, image: null }, connection)
  await writing.set.keep(
    { act: 'create', model, id, before: null, after: image, isMeant: writing.depth === 0 },
    connection,
  )
  return { key, image }
}

/** What is written over a record, and why. */
export interface Overwriting extends Pick<WrittenChange, 'root'> {
  readonly values: AnyRecord
  /** Of some of them, what they were held as. Absent: all are as they are shown. */
  readonly held?: HeldRecord
}

/** Updates fields of a record and gives it as it became. Throws as `insertOne` does, and `locked` where other rows have the same key. */
export async function updateOne(
  door: Door,
  writing: Writing,
  { key, image, values, root, held: heldAs = {} }: Stored & Overwriting,
): Promise<Stored> {
  const { core } = door
  const { model } = door.visible
  const { connection } = writing
  const id = idOfKey(model, key)
  await expectAlone(model, key, connection)
  await keepOutsideChange(core, { model, id, image }, connection)
  const lost = { connection, isChanged: (field: ModelField) => Object.hasOwn(values, field.name) }
  const held = await heldIn(door, { key, image }, lost)
  const before = await withWholeBytes(door, { key, image }, lost)
  const rows = await updateRecord(connection, model, {
    key,
    values,
    held: heldAs,
    returning: core.isOurs ? keptFields(model) : [],
  })
  if (rows.length !== 1) throw refusedByDatabase()
  const after = core.isOurs ? rows[0] : (await readStored(door, key, connection))?.image
  if (!after) throw refusedByDatabase()
  await expectChecks(door, key, connection)
  const changed = changedFields(model, before, after)
  if (changed.length > 0)
    await writing.set.keep(
      { act: 'edit', model, id, before, after, held, changed, ...(root ? { root } : {}) },
      connection,
    )
  return { key, image: after }
}

/** Deletes a record. Throws as `updateOne` does. */
export async function deleteOne(
  door: Door,
  writing: Writing,
  { key, image, root }: Stored & Pick<WrittenChange, 'root'>,
): Promise<void> {
  const { core } = door
  const { model } = door.visible
  const { connection } = writing
  const id = idOfKey(model, key)
  await expectAlone(model, key, connection)
  await keepOutsideChange(core, { model, id, image }, connection)
  const lost = { connection, isChanged: () => true }
  const held = await heldIn(door, { key, image }, lost)
  const before = await withWholeBytes(door, { key, image }, lost)
  if ((await deleteRecord(connection, model, key)) !== 1) throw refusedByDatabase()
  await writing.set.keep({ act: 'remove', model, id, before, after: null, held, ...(root ? { root } : {}) }, connection)
}

/** Whether several rows may have a key: only where a part of it is empty, or looks like another value. */
export function mayBeShared(model: Model, key: readonly Json[]): boolean {
  return model.key.some(({ column }, index) => isMixedColumn(column) || (key[index] ?? null) === null)
}

async function expectAlone(model: Model, key: readonly Json[], connection: Connection): Promise<void> {
  if (mayBeShared(model, key) && (await isKeyShared(connection, model, key)))
    throw new HaykalError('locked', { params: { reason: 'same-key' } })
}

/** What is lost by a write. */
interface Lost {
  readonly connection: Connection
  isChanged(field: ModelField): boolean
}

/** What is about to be overwritten must come back as it was, though it be shown as something else. */
async function heldIn(
  { core, visible: { model } }: Door,
  { key, image }: Stored,
  { connection, isChanged }: Lost,
): Promise<HeldRecord> {
  // Into tables of ours nothing is written that is shown otherwise.
  if (core.isOurs || !core.history) return {}
  return await selectHeld(connection, model, { key, image, fields: keptFields(model).filter(isChanged) })
}

/** What is about to be overwritten must be there to be restored, be it as large as it is. */
async function withWholeBytes(
  { visible: { model } }: Door,
  { key, image }: Stored,
  { connection, isChanged }: Lost,
): Promise<AnyRecord> {
  const large = keptFields(model).filter(
    (field) => field.column.kind === 'bytes' && isJsonObject(image[field.name]) && isChanged(field),
  )
  if (large.length === 0) return image
  const whole = await Promise.all(
    large.map(async (field) => {
      const bytes = await selectBytes(connection, model, { key, field, condition: everything })
      return [field.name, bytes ? Buffer.from(bytes).toString('base64') : null] as const
    }),
  )
  return { ...image, ...Object.fromEntries(whole) }
}

function refusedByDatabase(): HaykalError {
  return invalid([{ pointer: '/values', code: 'refused_by_database' }])
}
