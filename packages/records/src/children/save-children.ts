/** Saves the children that are changed inside of their parent, together with it: all or nothing, and everything that is wrong at once. */
import type { ChildChanges } from '@haykal/contract'
import {
  conflict,
  type ErrorDetails,
  HaykalError,
  isSameJson,
  type Json,
  keyOfId,
  type ModelField,
  malformed,
  notFound,
  type Problem,
  pointerTo,
  targetField,
} from '@haykal/model'
import { allowAct } from '../allow-act.ts'
import { attemptIn } from '../changes/attempt-in.ts'
import type { Writing } from '../changes/in-change-set.ts'
import { readStored, type Stored } from '../changes/write-change.ts'
import type { Door } from '../door.ts'
import { explainRefusal, explainRefusals } from '../explain-refusal.ts'
import { explainHeld, type Removing, removeOne } from '../remove-record.ts'
import { createOne, editOne } from '../save-record.ts'

/** A parent and what is to become of its children. */
export interface Family {
  readonly children: readonly ChildChanges[]
  saveParent(): Promise<Stored>
  /** The parent as it is, so that its children are looked at though it cannot be saved. Absent: it is not there yet. */
  readParent?(): Promise<Stored | undefined>
}

/** Saves the parent, then its children. Throws `invalid` or `conflict` with all problems, those of children under `/children/…`. */
export async function saveChildren(door: Door, writing: Writing, { children, ...family }: Family): Promise<Stored> {
  if (children.length === 0) return await family.saveParent()
  const faults: Faults = { problems: [], conflicts: [] }
  const { connection } = writing
  const parent = await attemptIn(writing, () => family.saveParent()).catch(async (error: unknown) => {
    const told = explainRefusal(circumstances(door), error)
    // What is wrong with the children can be told at the same time, unless they have nothing to be children of.
    if (!isAboutInput(told) && !isConflict(told)) throw told
    faults.parent = told
    return await family.readParent?.()
  })
  if (parent) {
    for (const [index, changes] of children.entries())
      await saveEach(childDoor(door, changes, index), writing, { parent, changes, index, faults })
  }
  throwFaults(faults)
  if (!parent) throw notFound()
  // A hook of a child may have changed it.
  return (await readStored(door, parent.key, connection)) ?? parent
}

interface Faults {
  parent?: HaykalError
  readonly problems: Problem[]
  readonly conflicts: Problem[]
}

/** Everything at once: what nobody could save is told first, what others have changed stands among it. */
function throwFaults({ parent, problems, conflicts }: Faults): void {
  if (problems.length === 0 && conflicts.length === 0) {
    if (parent) throw parent
    return
  }
  const fields = parent?.code === 'conflict' ? (parent.details.conflict ?? {}) : undefined
  const isOfOthers = problems.length === 0 && (parent === undefined || fields !== undefined)
  if (isOfOthers) throw new HaykalError('conflict', { ...conflict(fields ?? {}).details, problems: conflicts })
  const own = parent && fields ? conflictsAt('', parent.details) : (parent?.details.problems ?? [])
  throw new HaykalError('invalid', {
    ...(fields && { conflict: fields }),
    problems: [...own, ...problems, ...conflicts],
  })
}

function isConflict(error: unknown): error is HaykalError {
  return error instanceof HaykalError && error.code === 'conflict'
}

/** The door to children, and their relation to the parent. */
interface ChildDoor extends Door {
  readonly relation: ModelField
}

/** Throws `malformed` for what is no relation of a child to this parent, or none that the viewer may know of. */
function childDoor(door: Door, { model, field }: ChildChanges, index: number): ChildDoor {
  const visible = door.access.model(model)
  const relation = visible?.field(field)
  if (!visible || relation?.references !== door.visible.model.name)
    throw malformed([
      { pointer: pointerTo('children', index, 'field'), code: 'unknown_field', params: { name: field } },
    ])
  return { ...door, visible, relation }
}

interface Brood {
  readonly parent: Stored
  readonly changes: ChildChanges
  readonly index: number
  readonly faults: Faults
}

async function saveEach(door: ChildDoor, writing: Writing, brood: Brood): Promise<void> {
  const { parent, changes, index } = brood
  const pointer = (...parts: (string | number)[]) => pointerTo('children', index, ...parts)
  const belongs = parentValue(door, parent)
  const step = (at: string, work: () => Promise<unknown>) => collect(door, { at, writing, brood }, work)
  for (const [place, id] of (changes.remove ?? []).entries())
    await step(pointer('remove', place), () => removeChild(door, writing, { ...id, belongs }))
  for (const [place, { id, values, base }] of (changes.edit ?? []).entries())
    await step(pointer('edit', place), async () => {
      allowAct(door, 'edit')
      await editOne(door, writing, { key: await keyOfChild(door, writing, { id, belongs }), request: { values, base } })
    })
  for (const [place, { values }] of (changes.create ?? []).entries())
    await step(pointer('create', place), () => createOne(door, writing, { ...values, [door.relation.name]: belongs }))
}

async function removeChild(
  door: ChildDoor,
  writing: Writing,
  { id, etag, belongs }: { readonly id: string; readonly etag: string; readonly belongs: Json },
): Promise<void> {
  allowAct(door, 'remove')
  const key = await keyOfChild(door, writing, { id, belongs })
  const begun: Removing['begun'] = {}
  await removeOne(door, writing, { key, ifMatch: etag, begun }).catch(async (error: unknown) => {
    throw await explainHeld(door, begun.removal, { error, connection: writing.connection })
  })
}

/** The value by which children point to the parent. */
function parentValue({ core, relation }: ChildDoor, { key, image }: Stored): Json {
  const model = core.models.get(relation.references ?? '')
  const target = model && targetField(relation, model)
  return (target && image[target.name]) ?? key[0] ?? null
}

/** Throws `not_found` for a record that is no child of the parent. */
async function keyOfChild(
  door: ChildDoor,
  { connection }: Writing,
  { id, belongs }: { readonly id: string; readonly belongs: Json },
): Promise<readonly Json[]> {
  const key = keyOfId(door.visible.model, id)
  const stored = key && (await readStored(door, key, connection))
  if (!key || !stored || !isSameJson(stored.image[door.relation.name] ?? null, belongs)) throw notFound()
  return key
}

/** Runs one step; what is wrong with its input is collected under its place, everything else ends the whole. */
async function collect(
  door: ChildDoor,
  { at, writing, brood: { faults } }: { readonly at: string; readonly writing: Writing; readonly brood: Brood },
  work: () => Promise<unknown>,
): Promise<void> {
  // After a refusal the next child is asked about in the same transaction.
  const step = () => attemptIn(writing, work)
  await explainRefusals(circumstances(door), step).catch((error: unknown) => {
    if (!(error instanceof HaykalError)) throw error
    const { code, details } = error
    const under = (problem: Problem): Problem => ({ ...problem, pointer: at + problem.pointer })
    if (code === 'conflict') faults.conflicts.push(...conflictsAt(at, details))
    else if (isAboutInput(error)) faults.problems.push(...(details.problems ?? []).map(under))
    else
      throw new HaykalError(code, {
        ...details,
        params: { ...details.params, pointer: at },
        ...(details.problems && { problems: details.problems.map(under) }),
      })
  })
}

function circumstances({ core, visible }: Door) {
  return { engine: core.database.engine, model: visible, act: 'write' as const }
}

/** A conflict of a child says of each field what was seen, what is there and what was wanted; of a removal, that something was changed. */
function conflictsAt(at: string, { conflict: fields = {} }: ErrorDetails): Problem[] {
  const each = Object.entries(fields)
  if (each.length === 0) return [{ pointer: at, code: 'changed_meanwhile' }]
  return each.map(([name, sides]) => ({
    pointer: at + pointerTo('values', name),
    code: 'changed_meanwhile',
    params: { ...sides },
  }))
}

function isAboutInput(error: unknown): error is HaykalError {
  return (
    error instanceof HaykalError &&
    (error.code === 'invalid' || error.code === 'not_unique' || error.code === 'base_required')
  )
}
