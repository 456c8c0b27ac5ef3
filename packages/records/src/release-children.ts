/** What becomes of the records that point to one which is removed: removed with it, let go, or the reason why it stays. */
import type { VisibleModel } from '@haykal/access'
import { type Connection, countRecords, existsRecord, selectRecord, selectRecords } from '@haykal/database'
import {
  type AnyRecord,
  type BackRelation,
  both,
  type Condition,
  everything,
  HaykalError,
  idOfKey,
  type Json,
  type Model,
  type ModelField,
  type Problem,
} from '@haykal/model'
import { isAllowed } from './allow-act.ts'
import type { Writing } from './changes/in-change-set.ts'
import { deleteOne, readStored, updateOne } from './changes/write-change.ts'
import type { Door } from './door.ts'

/** A removal with all that follows from it. */
export interface Removal {
  readonly writing: Writing
  /** The record that the person meant, once others follow from it. */
  root?: { readonly model: string; readonly record: string }
  /** The records that are on their way out, so that those which point at each other are not gone through forever. */
  readonly begun: Set<string>
  /** The record that may be what the removal ends at: others hold it when the database refuses, or when we do. */
  last?: HeldRecord
}

/** A record that others hold. */
export interface HeldRecord {
  readonly door: Door
  readonly key: readonly Json[]
  /** What points to it; absent: all that restricts its removal. */
  readonly by?: BackRelation
}

/** More children than this are not removed or changed in one go: everybody else would wait for it. */
const mostChildren = 10_000

/** Removes a record and does to those that point to it what their relations say. Throws `still_referred_to`; then the transaction must not be committed. */
export async function removeWithChildren(door: Door, key: readonly Json[], removal: Removal): Promise<void> {
  const { model } = door.visible
  const name = JSON.stringify([model.name, key])
  if (removal.begun.has(name)) return
  removal.begun.add(name)
  const isRoot = removal.root === undefined
  removal.root ??= { model: model.name, record: idOfKey(model, key) }
  await releaseChildren(door, key, removal)
  removal.last = { door, key }
  const stored = await readStored(door, key, removal.writing.connection)
  if (stored) await deleteOne(door, removal.writing, { ...stored, ...(isRoot ? {} : { root: removal.root }) })
}

async function releaseChildren(door: Door, key: readonly Json[], removal: Removal): Promise<void> {
  const { core, access, visible } = door
  for (const relation of visible.model.backRelations) {
    const child = core.models.get(relation.model)
    const field = child?.field(relation.fields[0]?.child ?? '')
    if (!child || !field?.onRemove || field.onRemove === 'restrict' || relation.fields.length > 1) continue
    const parent = await selectParent(door, key, removal.writing.connection)
    const condition = parent && pointingTo(child, relation, parent)
    const keys = condition ? await keysOf(child, condition, removal.writing.connection) : []
    if (keys.length === 0) continue
    const seen = access.model(child.name)
    const hold = () => {
      removal.last = { door, key, by: relation }
      return new HaykalError('still_referred_to')
    }
    if (!seen || keys.length > mostChildren) throw hold()
    await releaseEach({ ...door, visible: seen }, { field, keys, hold }, removal)
  }
}

/** Does to each child what its relation says, as if the person did it by hand: where they may not, the child holds its parent. */
async function releaseEach(
  child: Door,
  { field, keys, hold }: { field: ModelField; keys: readonly (readonly Json[])[]; hold: () => HaykalError },
  removal: Removal,
): Promise<void> {
  const { writing, root } = removal
  const { connection } = writing
  const act = field.onRemove === 'cascade' ? 'remove' : 'edit'
  for (const key of keys) {
    if (!(await isAllowed(child, { act, key }, connection))) throw hold()
    if (act === 'remove') {
      await removeWithChildren(child, key, removal)
      continue
    }
    const stored = await readStored(child, key, connection)
    if (!stored) continue
    await updateOne(child, writing, { ...stored, values: { [field.name]: null }, ...(root ? { root } : {}) })
    if (!(await isAllowed(child, { act, key }, connection))) throw hold()
  }
}

async function selectParent(
  { visible }: Door,
  key: readonly Json[],
  connection: Connection,
): Promise<AnyRecord | undefined> {
  const names = new Set(visible.model.backRelations.flatMap(({ fields }) => fields.map(({ parent }) => parent)))
  const fields = visible.model.fields.filter((field) => names.has(field.name))
  return await selectRecord(connection, visible.model, { key, condition: everything, fields })
}

/** The children of a record by one of their relations; undefined where the record has no value to point to. */
function pointingTo(child: Model, { fields }: BackRelation, parent: AnyRecord): Condition | undefined {
  const tests = fields.flatMap((pair): Condition[] => {
    const field = child.field(pair.child)
    const value = parent[pair.parent] ?? null
    return field === undefined || value === null ? [] : [{ type: 'test', field, operator: 'eq', value }]
  })
  return tests.length < fields.length ? undefined : { type: 'all', of: tests }
}

async function keysOf(
  child: Model,
  condition: Condition,
  connection: Connection,
): Promise<readonly (readonly Json[])[]> {
  const order = child.key.map((field) => ({ path: { hops: [], field }, descending: false }))
  const request = { condition, order, fields: child.key, limit: mostChildren + 1 }
  const { records } = await selectRecords(connection, child, request)
  return records.map((record) => child.key.map((field) => record[field.name] ?? null))
}

/** A holder is counted up to so many. */
const mostCounted = 10_000

/** How many records of which models hold a record, of those that the person may see. */
export async function holdersOf({ door, key, by }: HeldRecord, connection: Connection): Promise<Problem[]> {
  const { access, visible } = door
  const parent = await selectParent(door, key, connection)
  const problems: Problem[] = []
  for (const relation of by ? [by] : visible.model.backRelations) {
    const child = access.model(relation.model)
    const condition = parent && child && isSeen(child, relation) && pointingTo(child.model, relation, parent)
    if (!condition || (by === undefined && isReleased(child.model, relation))) continue
    const seen = both(child.scope('read'), condition)
    const count = await countRecords(connection, child.model, { condition: seen, bound: mostCounted })
    if (count > 0) problems.push({ pointer: '', code: 'held_by', params: { count, model: child.model.plural } })
  }
  return problems
}

function isSeen(child: VisibleModel, { fields }: BackRelation): boolean {
  return fields.every((pair) => child.field(pair.child))
}

function isReleased(child: Model, { fields }: BackRelation): boolean {
  const onRemove = child.field(fields[0]?.child ?? '')?.onRemove
  return onRemove === 'cascade' || onRemove === 'clear'
}

/** Whether records point to one, whoever may see them. */
export async function hasChildren(door: Door, key: readonly Json[], connection: Connection): Promise<boolean> {
  const { core, visible } = door
  const parent = await selectParent(door, key, connection)
  for (const relation of visible.model.backRelations) {
    const child = core.models.get(relation.model)
    const condition = parent && child && pointingTo(child, relation, parent)
    if (child && condition && (await existsRecord(connection, child, { condition }))) return true
  }
  return false
}
