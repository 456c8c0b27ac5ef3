/** What becomes of the records that point to one which is removed: removed with it, let go, or the reason why it stays. */
import type { VisibleModel } from '@haykal/access'
import {
  type Connection,
  countRecords,
  deleteRecord,
  selectRecord,
  selectRecords,
  updateRecord,
} from '@haykal/database'
import {
  type AnyRecord,
  type BackRelation,
  both,
  type Condition,
  everything,
  HaykalError,
  type Json,
  type Model,
  type ModelField,
  type Problem,
} from '@haykal/model'
import { isAllowed } from './allow-act.ts'
import { writeChange } from './changes.ts'
import type { Door } from './door.ts'

/** A removal with all that follows from it. */
export interface Removal {
  readonly connection: Connection
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
  await releaseChildren(door, key, removal)
  removal.last = { door, key }
  const write = async () => ({ key, rows: await deleteRecord(removal.connection, model, key) })
  await writeChange(door, { act: 'remove', key }, { connection: removal.connection, write })
}

async function releaseChildren(door: Door, key: readonly Json[], removal: Removal): Promise<void> {
  const { core, access, visible } = door
  for (const relation of visible.model.backRelations) {
    const child = core.models.get(relation.model)
    const field = child?.field(relation.fields[0]?.child ?? '')
    if (!child || !field?.onRemove || field.onRemove === 'restrict' || relation.fields.length > 1) continue
    const parent = await selectParent(door, key, removal.connection)
    const condition = parent && pointingTo(child, relation, parent)
    const keys = condition ? await keysOf(child, condition, removal.connection) : []
    if (keys.length === 0) continue
    const seen = access.model(child.name)
    const hold = () => {
      removal.last = { door, key, by: relation }
      return new HaykalError('still_referred_to')
    }
    if (!seen || keys.length > mostChildren) throw hold()
    await releaseEach({ core, access, visible: seen }, { field, keys, hold }, removal)
  }
}

/** Does to each child what its relation says, as if the person did it by hand: where they may not, the child holds its parent. */
async function releaseEach(
  child: Door,
  { field, keys, hold }: { field: ModelField; keys: readonly (readonly Json[])[]; hold: () => HaykalError },
  removal: Removal,
): Promise<void> {
  const { connection } = removal
  const act = field.onRemove === 'cascade' ? 'remove' : 'edit'
  for (const key of keys) {
    if (!(await isAllowed(child, { act, key }, connection))) throw hold()
    if (act === 'remove') {
      await removeWithChildren(child, key, removal)
      continue
    }
    const values = { [field.name]: null }
    const write = async () => ({ key, rows: await updateRecord(connection, child.visible.model, { key, values }) })
    await writeChange(child, { act, key }, { connection, write })
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

/** How many records of which models hold a record, of those that the person may see. Asked outside of the transaction. */
export async function holdersOf({ door, key, by }: HeldRecord): Promise<Problem[]> {
  const { core, access, visible } = door
  const parent = await selectParent(door, key, core.database)
  const problems: Problem[] = []
  for (const relation of by ? [by] : visible.model.backRelations) {
    const child = access.model(relation.model)
    const condition = parent && child && isSeen(child, relation) && pointingTo(child.model, relation, parent)
    if (!condition || (by === undefined && isReleased(child.model, relation))) continue
    const seen = both(child.scope('read'), condition)
    const count = await countRecords(core.database, child.model, { condition: seen, bound: mostCounted })
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
