/** Notices what other programs changed: what is stored is no longer what the last change left. */
import { type Connection, selectLastChange } from '@haykal/database'
import { type AnyRecord, isSameJson, type Model, valueIn } from '@haykal/model'
import type { RecordsCore } from '../door.ts'
import { openChangeSet } from './change-set.ts'
import { isAsLeft, keptFields, readImages, type WrittenChange } from './images.ts'

/** A record as it is stored. */
export interface StoredRecord {
  readonly model: Model
  readonly id: string
  /** Every stored field; null: there is no record. */
  readonly image: AnyRecord | null
}

/** What happened to a record outside; undefined: nothing that the history would tell of, as it begins with the first change through Haykal. */
export async function findOutsideChange(
  { secret }: Pick<RecordsCore, 'secret'>,
  { model, id, image }: StoredRecord,
  connection: Connection,
): Promise<WrittenChange | undefined> {
  const last = await selectLastChange(connection, { model: model.name, record: id })
  if (!last) return undefined
  if (last.after === null) return image ? { act: 'create', model, id, before: null, after: image } : undefined
  if (image && isAsLeft({ model, id, image }, last, secret)) return undefined
  const { after: known } = readImages({ model: model.name, record: id, ...last, before: null, held: null }, secret)
  if (!known) return undefined
  if (!image) return { act: 'remove', model, id, before: known, after: null }
  const differs = keptFields(model).some(
    ({ name, column }) =>
      Object.hasOwn(known, name) && column.kind !== 'bytes' && !isSameJson(valueIn(known, name), valueIn(image, name)),
  )
  // Of fields that are new, or that cannot be opened, nothing is known: they are as they are.
  return differs ? { act: 'edit', model, id, before: { ...image, ...known }, after: image } : undefined
}

/** Writes down what happened outside, as a change-set of nobody's, before something else is written. */
export async function keepOutsideChange(
  core: RecordsCore,
  stored: StoredRecord,
  connection: Connection,
): Promise<void> {
  if (!core.history) return
  const change = await findOutsideChange(core, stored, connection)
  if (change) await openChangeSet(core, { by: null, origin: { means: 'outside' } }).keep(change, connection)
}
