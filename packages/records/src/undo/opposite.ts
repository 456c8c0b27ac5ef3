/** Does the opposite of one change: what was created is removed, what was edited set back, what was removed restored. What has become of the record since is kept. */
import type { KeptReason, KeptRecord, UndoChoice } from '@haykal/contract'
import { existsRecord, type HeldRecord } from '@haykal/database'
import {
  type AnyRecord,
  isDerived,
  isSameJson,
  type Json,
  keyOfId,
  type ModelField,
  parseValue,
  targetField,
  valueIn,
} from '@haykal/model'
import { isAllowed } from '../allow-act.ts'
import { isDoneHere, type Writing } from '../changes/in-change-set.ts'
import { deleteOne, insertOne, type Stored, updateOne } from '../changes/write-change.ts'
import type { Door } from '../door.ts'
import type { SeenChange } from '../history/seen-changes.ts'
import { keptRecord, LeftAsIs, reasonOf, told } from '../many/kept.ts'
import type { Outcome } from '../many/many-steps.ts'
import { hasChildren } from '../release-children.ts'

/** A change that is taken back. */
export interface Undoing {
  readonly seen: SeenChange
  readonly key: readonly Json[]
  /** Every stored field as it was and as it became, whoever may see it: what comes back comes back whole. */
  readonly before: AnyRecord | null
  readonly after: AnyRecord | null
  /** What of `before` was held as more than is shown of it. */
  readonly held: HeldRecord
  readonly choice: UndoChoice
}

/** Takes one change back, as it was seen a moment ago in the same transaction. What is left as it is, is said; a part of an edit may come back while another is kept. */
export async function undoChange(seen: SeenChange, writing: Writing, choice: UndoChoice): Promise<Outcome> {
  const { door, change, stored, whole } = seen
  const undoing: Undoing = { seen, key: keyOfId(door.visible.model, change.record) ?? [], ...whole, choice }
  const opposite = { create: takeAway, edit: setBack, remove: putBack }[change.act]
  return await told(door, change.act === 'create' ? 'remove' : 'write', () => opposite(undoing, writing, stored)).catch(
    (error: unknown) => {
      if (error instanceof LeftAsIs) throw error
      throw new LeftAsIs({ ...leftBecause(undoing, 'invalid'), ...reasonOf(error, door) })
    },
  )
}

/** What is told of a record that is left as it is. */
function leftBecause(
  { seen: { door, stored }, key, before, after }: Undoing,
  reason: KeptReason,
  fields: readonly string[] = [],
): KeptRecord {
  return keptRecord(door, { key, image: stored?.image ?? after ?? before ?? {}, reason, fields })
}

function kept(undoing: Undoing, reason: KeptReason, fields?: readonly string[]): Outcome {
  return { isDone: false, kept: leftBecause(undoing, reason, fields) }
}

// —— what was created ——

async function takeAway(undoing: Undoing, writing: Writing, stored: Stored | undefined): Promise<Outcome> {
  const { seen, after } = undoing
  const { door } = seen
  if (!stored) return (await isDoneHere(door, writing, seen.change)) ? { isDone: true } : kept(undoing, 'gone')
  const changed = differences(undoing, stored.image, after ?? {})
  if (changed.length > 0) return kept(undoing, 'changed', changed)
  if (!(await isAllowed(door, { act: 'remove', ...stored }, writing.connection))) return kept(undoing, 'not_allowed')
  // Whatever points to it by now was made by somebody who counted on it.
  if (await hasChildren(door, stored.key, writing.connection)) return kept(undoing, 'held')
  await deleteOne(door, writing, stored)
  return { isDone: true }
}

// —— what was edited ——

async function setBack(undoing: Undoing, writing: Writing, stored: Stored | undefined): Promise<Outcome> {
  const { seen, before, after } = undoing
  const { door, fields, isClosed } = seen
  if (!stored) return kept(undoing, 'gone')
  if (!before || !after) return kept(undoing, 'unreadable')
  const names = fields.filter((field) => isWritten(door, field)).map(({ name }) => name)
  const notTheirs = names.filter((name) => !door.visible.maySet(name, 'edit'))
  const closed = fields.filter(
    ({ name, options }) => isClosed && options.sensitive === true && !Object.hasOwn(before, name),
  )
  const changed = names.filter((name) => !isSameJson(valueIn(stored.image, name), valueIn(after, name)))
  const isBack = names.every((name) => isSameJson(valueIn(stored.image, name), valueIn(before, name)))
  if (isBack) return { isDone: true }
  const left = new Set([...notTheirs, ...closed.map(({ name }) => name), ...changed])
  const values = Object.fromEntries(
    names.filter((name) => !left.has(name)).map((name) => [name, valueIn(before, name)]),
  )
  const reason = closed.length > 0 ? 'unreadable' : changed.length > 0 ? 'changed' : 'not_allowed'
  const outcome = left.size > 0 ? { kept: leftBecause(undoing, reason, [...left]) } : {}
  if (Object.keys(values).length === 0) return { isDone: false, ...outcome }
  await write(undoing, writing, { stored, values })
  return { isDone: true, ...outcome }
}

async function write(
  undoing: Undoing,
  writing: Writing,
  { stored, values }: { readonly stored: Stored; readonly values: AnyRecord },
): Promise<void> {
  const { door } = undoing.seen
  const may = async (of: Stored) => await isAllowed(door, { act: 'edit', ...of }, writing.connection)
  if (!(await may(stored))) throw new LeftAsIs(leftBecause(undoing, 'not_allowed'))
  const ready = await fitting(undoing, writing, values)
  const saved = await updateOne(door, writing, { ...stored, values: ready, held: heldAs(undoing, ready) })
  if (!(await may(saved))) throw new LeftAsIs(leftBecause(undoing, 'not_allowed'))
}

/** What a table of others computes by itself nobody can write; in tables of ours, what people cannot set can be put back. */
function isWritten({ core }: Door, field: ModelField): boolean {
  return !isDerived(field) && (core.isOurs === true || !field.isReadOnly || field.isGenerated)
}

// —— what was removed ——

async function putBack(undoing: Undoing, writing: Writing, stored: Stored | undefined): Promise<Outcome> {
  const { seen, before } = undoing
  const { door, isClosed } = seen
  if (stored) return (await isDoneHere(door, writing, seen.change)) ? { isDone: true } : kept(undoing, 'there')
  if (!before || isClosed) return kept(undoing, 'unreadable')
  const { model } = door.visible
  const values = Object.fromEntries(
    model.fields
      .filter((field) => isWritten(door, field) && Object.hasOwn(before, field.name))
      .map(({ name }) => [name, valueIn(before, name)]),
  )
  const ready = await fitting(undoing, writing, values)
  const made = await insertOne(door, writing, { values: ready, held: heldAs(undoing, ready) })
  if (!(await isAllowed(door, { act: 'create', ...made }, writing.connection)))
    throw new LeftAsIs(leftBecause(undoing, 'not_allowed'))
  return { isDone: true }
}

/** What the values that come back were held as, but for those that come back as something else. */
function heldAs({ before, held }: Undoing, values: AnyRecord): HeldRecord {
  return Object.fromEntries(
    Object.entries(held).filter(
      ([name]) => Object.hasOwn(values, name) && isSameJson(valueIn(values, name), valueIn(before, name)),
    ),
  )
}

/** The values as they can come back: what points to nothing any more, or is another record's by now, is emptied where the person chose so. Throws `LeftAsIs`. */
async function fitting(undoing: Undoing, writing: Writing, values: AnyRecord): Promise<AnyRecord> {
  const { seen, choice } = undoing
  const { model } = seen.door.visible
  const given = model.fields.filter(({ name }) => valueIn(values, name) !== null)
  const dangling = await those(given, (field) =>
    pointsToNothing(undoing, writing, { field, value: valueIn(values, field.name) }),
  )
  const taken = await those(given, (field) => isTaken(undoing, writing, { field, value: valueIn(values, field.name) }))
  const unfit = [...dangling, ...taken]
  const firm = unfit.filter((field) => choice !== 'clear' || field.isRequired || field.isKey)
  if (firm.length > 0) {
    const reason = firm.some((field) => dangling.includes(field)) ? 'no_such_record' : 'not_unique'
    const names = unfit.map(({ name }) => name)
    throw new LeftAsIs({
      ...leftBecause(undoing, reason, names),
      ...(unfit.every((field) => !field.isRequired && !field.isKey) ? {} : { code: 'required' as const }),
    })
  }
  const emptied = { ...values, ...Object.fromEntries(unfit.map(({ name }) => [name, null])) }
  expectFit(undoing, emptied)
  return emptied
}

/** A model may no longer take what it took then. Values of adopted tables are what they are. */
function expectFit(undoing: Undoing, values: AnyRecord): void {
  const { core, visible } = undoing.seen.door
  if (!core.isOurs) return
  const unfit = visible.model.fields.filter(
    ({ name }) => Object.hasOwn(values, name) && !parses(visible.model.field(name), valueIn(values, name)),
  )
  if (unfit.length > 0)
    throw new LeftAsIs(
      leftBecause(
        undoing,
        'invalid',
        unfit.map(({ name }) => name),
      ),
    )
}

function parses(field: ModelField | undefined, value: Json): boolean {
  return field === undefined || value === null
    ? !(field?.isRequired && !field.isGenerated)
    : parseValue(field, value).ok
}

async function pointsToNothing(
  { seen: { door } }: Undoing,
  { connection }: Writing,
  { field, value }: { readonly field: ModelField; readonly value: Json },
): Promise<boolean> {
  const target = field.references === undefined ? undefined : door.core.models.get(field.references)
  const pointed = target && targetField(field, target)
  if (!target || !pointed) return false
  return !(await existsRecord(connection, target, {
    condition: { type: 'test', field: pointed, operator: 'eq', value },
  }))
}

async function isTaken(
  { seen: { door }, key }: Undoing,
  { connection }: Writing,
  { field, value }: { readonly field: ModelField; readonly value: Json },
): Promise<boolean> {
  if (!field.isUnique || field.isKey) return false
  const { model } = door.visible
  const own = model.key.map(
    (each, index) => ({ type: 'test', field: each, operator: 'eq', value: key[index] ?? null }) as const,
  )
  return await existsRecord(connection, model, {
    condition: {
      type: 'all',
      of: [
        { type: 'test', field, operator: 'eq', value },
        { type: 'not', of: { type: 'all', of: own } },
      ],
    },
  })
}

async function those(
  fields: readonly ModelField[],
  is: (field: ModelField) => Promise<boolean>,
): Promise<readonly ModelField[]> {
  const answers = await Promise.all(fields.map(is))
  return fields.filter((_, index) => answers[index])
}

/** The fields in which a record is no longer what the change left; what the viewer may not see is, as with an ETag, no matter. */
function differences({ seen: { door } }: Undoing, now: AnyRecord, then: AnyRecord): string[] {
  return door.visible.fields
    .filter((field) => !isDerived(field) && field.column.kind !== 'bytes' && Object.hasOwn(then, field.name))
    .filter(({ name }) => !isSameJson(valueIn(now, name), valueIn(then, name)))
    .map(({ name }) => name)
}
