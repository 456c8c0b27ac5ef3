/** Edits or removes many records: chosen ones, or all that a filter finds, step by step, with the same checks as by hand. */
import type { ManyReply, WhichRecords } from '@haykal/contract'
import { type Connection, countRecords, selectRecords, selectTouched } from '@haykal/database'
import {
  type AnyRecord,
  HaykalError,
  idOfKey,
  type Json,
  keyOfId,
  type ListCondition,
  type Model,
  type Problem,
  pointerTo,
} from '@haykal/model'
import { allowAct, expectAllowed } from '../allow-act.ts'
import { isDoneHere, type Writing } from '../changes/in-change-set.ts'
import { readStored, type Stored } from '../changes/write-change.ts'
import { checkValues } from '../check-values.ts'
import type { Door } from '../door.ts'
import { listCondition } from '../list-records.ts'
import { explainHeld, type Removing, removeOne } from '../remove-record.ts'
import { expectEtag, isReadable, mergeEdit, saveOne } from '../save-record.ts'
import { momentIn, type Since } from './count-many.ts'
import { keptRecord, LeftAsIs, reasonOf, told } from './kept.ts'
import { type Batch, batchSize, doStep, type ManyWork, type Outcome } from './many-steps.ts'

/** A change of many records. */
export interface ManyRequest {
  readonly which: WhichRecords
  /** What to set; absent: the records are removed. */
  readonly values?: AnyRecord
  /** Absent: the first step. */
  readonly next?: string
}

/** Edits or removes them, one step at a time. Throws `invalid` for values that no record could take, `base_required` for what is based on nothing. */
export async function changeMany(door: Door, { which, values, next }: ManyRequest): Promise<ManyReply> {
  const act = values === undefined ? 'remove' : 'edit'
  allowAct(door, act)
  const connection: Connection = door.core.database
  const parsed = values && (await checkValues(door, { input: values, purpose: 'edit', connection }))
  const change: Change = { door, ...(parsed ? { values: parsed } : {}) }
  const work = 'records' in which ? ofChosen(change, which.records) : await ofFound(change, which)
  const about: Json = [act, door.visible.model.name, values ?? null, which as unknown as Json]
  return await doStep(door, { ...work, about }, next)
}

interface Change {
  readonly door: Door
  /** Of an edit, what every record gets; absent: it is removed. */
  readonly values?: AnyRecord
}

type Chosen = Extract<WhichRecords, { readonly records: unknown }>['records']

/** Each with what the writer saw of it. */
function ofChosen(change: Change, records: Chosen): Omit<ManyWork, 'about'> {
  const names = Object.keys(change.values ?? {})
  const baseless = records.flatMap(({ base, etag }, index): Problem[] => {
    const isBased = change.values ? names.every((name) => Object.hasOwn(base ?? {}, name)) : etag !== undefined
    return isBased ? [] : [{ pointer: pointerTo('which', 'records', index), code: 'required' }]
  })
  if (baseless.length > 0) throw new HaykalError('base_required', { problems: baseless })
  return {
    total: async () => records.length,
    async batch(place) {
      const from = typeof place === 'number' ? place : 0
      const to = from + batchSize
      const each = records.slice(from, to).map(({ id, ...seen }) => {
        return (writing: Writing) => changeEach(change, writing, { id, ...seen })
      })
      return to < records.length ? { each, next: to } : { each }
    },
  }
}

/** All that a filter finds, in the order of their keys; what others changed since the moment on which this is based is kept. */
async function ofFound(
  change: Change,
  { asOf, ...query }: Extract<WhichRecords, { readonly asOf: string }>,
): Promise<Omit<ManyWork, 'about'>> {
  const { door } = change
  const { model } = door.visible
  const condition = listCondition(door, query)
  const since = asOf === '*' ? undefined : await momentIn(door, asOf)
  return {
    total: (connection) => countRecords(connection, model, { condition }),
    async batch(place, { connection, set }) {
      const { ids, next } = await idsAfter(model, { place, condition }, connection)
      // Where many write at a time, a record is looked at once more when nobody else can change it any longer.
      const later = since && { since, isAskedEach: connection.engine.lockRows !== undefined }
      const touched = later && (await touchedSince(door, { set, connection }, { ids, since: later.since }))
      const each = ids
        // What has come since then was not meant.
        .filter((id) => touched?.get(id) !== 'created')
        .map((id) => {
          const others = touched?.get(id)
          const seen = others instanceof Set ? { others } : {}
          const target = { id, ...seen, ...(later?.isAskedEach ? { since: later.since } : {}) }
          return (writing: Writing) => changeEach(change, writing, target)
        })
      return { each, ...(next === undefined ? {} : { next }) } satisfies Batch
    },
  }
}

async function touchedSince(
  { visible: { model } }: Door,
  { set, connection }: Pick<Writing, 'set' | 'connection'>,
  { ids, since }: { readonly ids: readonly string[]; readonly since: Since },
) {
  return await selectTouched(connection, { model: model.name, records: ids, ...since, except: set.id })
}

async function idsAfter(
  model: Model,
  { place, condition }: { readonly place: Json; readonly condition: ListCondition },
  connection: Connection,
): Promise<{ readonly ids: readonly string[]; readonly next: Json | undefined }> {
  const order = model.key.map((field) => ({ path: { hops: [], field }, descending: false }))
  const from = place === null ? {} : { from: { place: place as never, direction: 'after' as const } }
  const request = { condition, order, fields: model.key, limit: batchSize, ...from }
  const { records, hasMore, last } = await selectRecords(connection, model, request)
  const ids = records.map((record) =>
    idOfKey(
      model,
      model.key.map((field) => record[field.name] ?? null),
    ),
  )
  return { ids, next: hasMore && last ? (last as Json) : undefined }
}

/** A record with what the writer knows of it: what they saw of it, or what others changed since they looked. */
interface Target {
  readonly id: string
  readonly base?: AnyRecord
  readonly etag?: string
  readonly others?: ReadonlySet<string>
  /** Since when others may have changed it unnoticed so far; absent: nobody can have. */
  readonly since?: Since
}

async function changeEach(change: Change, writing: Writing, target: Target): Promise<Outcome | undefined> {
  const { door } = change
  const key = keyOfId(door.visible.model, target.id)
  const stored = key && (await readStored(door, key, writing.connection))
  if (!stored || !(await isReadable(door, stored, writing))) {
    const { name: model } = door.visible.model
    if (!stored && !change.values && (await isDoneHere(door, writing, { model, record: target.id })))
      return { isDone: true }
    // Of what is gone, or was never to be seen, there is nothing to tell but that.
    return { isDone: false, kept: { model, record: target.id, title: '', reason: 'gone', fields: [] } }
  }
  const act = change.values ? 'write' : 'remove'
  const work = change.values ? editEach : removeEach
  const { since } = target
  const last = since && (await touchedSince(door, writing, { ids: [target.id], since })).get(target.id)
  const found = { stored, target: last instanceof Set ? { ...target, others: last } : target }
  return await told(door, act, () => work(change, writing, found)).catch((error: unknown) => {
    // What is thrown here takes back what was written of this record.
    throw new LeftAsIs({ ...keptRecord(door, { ...stored, reason: 'invalid' }), ...reasonOf(error, door) })
  })
}

interface Found {
  readonly stored: Stored
  readonly target: Target
}

async function editEach({ door, values = {} }: Change, writing: Writing, { stored, target }: Found): Promise<Outcome> {
  await expectAllowed(door, { act: 'edit', ...stored }, writing.connection)
  const { changed, conflicts } = mergeEdit(stored.image, values, target.base ?? stored.image)
  const others = Object.keys(changed).filter((name) => target.others?.has(name))
  const fields = [...Object.keys(conflicts), ...others]
  if (fields.length > 0) return { isDone: false, kept: keptRecord(door, { ...stored, reason: 'changed', fields }) }
  if (Object.keys(changed).length === 0) return { isDone: true }
  const saved = await saveOne(door, writing, { stored, values: changed })
  await expectAllowed(door, { act: 'edit', ...saved, isAfter: true }, writing.connection)
  return { isDone: true }
}

async function removeEach({ door }: Change, writing: Writing, { stored, target }: Found): Promise<Outcome> {
  // As with the ETag of a record: what the person does not see is not what they go by, and is not told to them.
  const fields = [...(target.others ?? [])].filter((name) => door.visible.field(name) !== undefined)
  if (fields.length > 0) return { isDone: false, kept: keptRecord(door, { ...stored, reason: 'changed', fields }) }
  if (target.etag !== undefined) await expectEtag(door, writing, { stored, ifMatch: target.etag })
  const begun: Removing['begun'] = {}
  await removeOne(door, writing, { key: stored.key, ifMatch: '*', begun }).catch(async (error: unknown) => {
    throw await explainHeld(door, begun.removal, { error, connection: writing.connection })
  })
  return { isDone: true }
}
