/** Creates and edits single records inside a change-set: rule, base, parse, hooks, store, and the rule again. The same for whoever writes, by hand or in bulk. */
import {
  type AnyRecord,
  type Conflict,
  conflict,
  HaykalError,
  isSameJson,
  type Json,
  notFound,
  type Problem,
  pointerTo,
  valueIn,
} from '@haykal/model'
import { allowAct, expectAllowed, isAllowed } from './allow-act.ts'
import type { Writing } from './changes/in-change-set.ts'
import { insertOne, readStored, type Stored, updateOne } from './changes/write-change.ts'
import { checkValues } from './check-values.ts'
import type { Door } from './door.ts'
import { etagOf, matchesEtag } from './etag.ts'
import type { Saving } from './hooks/model-faces.ts'
import { parseTrusted } from './hooks/parse-trusted.ts'
import { expectShallow, runProjectCode } from './hooks/run-hook.ts'
import { trustedRecords } from './hooks/trusted-records.ts'
import { presentable } from './present-record.ts'
import type { EditRequest } from './records.ts'
import { nameConflicts } from './who-changed.ts'

/** Creates a record. Throws `invalid` with all problems, `not_unique`, `not_allowed`. */
export async function createOne(door: Door, writing: Writing, input: AnyRecord): Promise<Stored> {
  allowAct(door, 'create')
  const values = await checkValues(door, { input, purpose: 'create', connection: writing.connection })
  const saved = await saveOne(door, writing, { values })
  await expectAllowed(door, { act: 'create', ...saved, isAfter: true }, writing.connection)
  return saved
}

/** Edits a record and gives it as it became. Throws `conflict` with each field that others changed meanwhile, and then writes nothing. */
export async function editOne(
  door: Door,
  writing: Writing,
  { key, request }: { readonly key: readonly Json[]; readonly request: EditRequest },
): Promise<Stored> {
  const { connection } = writing
  const stored = await readAllowed(door, writing, { act: 'edit', key })
  if (request.ifMatch !== undefined) await expectEtag(door, writing, { stored, ifMatch: request.ifMatch })
  const values = await checkValues(door, { input: request.values, purpose: 'edit', connection })
  const { changed, conflicts } = mergeEdit(stored.image, values, request.base)
  if (Object.keys(conflicts).length > 0) throw conflict(await nameConflicts(door, { key, conflicts }, connection))
  if (Object.keys(changed).length === 0) return stored
  const saved = await saveOne(door, writing, { stored, values: changed })
  await expectAllowed(door, { act: 'edit', ...saved, isAfter: true }, connection)
  return saved
}

/** A stored record that the viewer may do something with. Throws `not_found` for one that they may not read, `not_allowed`. */
export async function readAllowed(
  door: Door,
  { connection }: Writing,
  { act, key }: { readonly act: 'edit' | 'remove'; readonly key: readonly Json[] },
): Promise<Stored> {
  const stored = await readStored(door, key, connection)
  if (!stored || !(await isReadable(door, stored, { connection }))) throw notFound()
  await expectAllowed(door, { act, ...stored }, connection)
  return stored
}

/** Whether the viewer may read a stored record. */
export async function isReadable(
  door: Door,
  stored: Stored,
  { connection }: Pick<Writing, 'connection'>,
): Promise<boolean> {
  return await isAllowed(door, { act: 'read', ...stored }, connection)
}

/** Throws `conflict` where the record, as the viewer sees it, is not the one of an ETag. */
export async function expectEtag(
  door: Door,
  { connection }: Writing,
  { stored, ifMatch }: { readonly stored: Stored; readonly ifMatch: string },
): Promise<void> {
  if (ifMatch.trim() === '*') return
  const seen = await presentable(door, stored, connection)
  if (!seen || !matchesEtag(ifMatch, etagOf(seen))) throw conflict({})
}

/** What is to be stored: over a record, or as a new one. */
export interface Save {
  /** Absent: a new record. */
  readonly stored?: Stored
  /** Checked already. */
  readonly values: AnyRecord
}

/** Stores values, with the hooks of the project around. */
export async function saveOne(door: Door, writing: Writing, { stored, values }: Save): Promise<Stored> {
  const { core, access, visible } = door
  const hooks = core.faces?.get(visible.model.name)?.hooks
  const { engine } = core.database
  const deeper = { ...writing, depth: writing.depth + 1 }
  const saving: Saving = {
    act: stored ? 'edit' : 'create',
    before: stored?.image ?? null,
    viewer: access.viewer,
    records: trustedRecords(door, deeper, saveOne),
  }
  const beforeSave = hooks?.beforeSave
  const { size } = writing.set
  const ready = beforeSave
    ? await afterHook(door, values, (draft) => runProjectCode(engine, () => beforeSave(draft, saving)))
    : values
  // The hook may have written to the very record.
  const current = stored && writing.set.size > size ? await readStored(door, stored.key, writing.connection) : stored
  if (stored && !current) throw notFound()
  const saved = current
    ? await updateOne(door, writing, { ...current, values: ready })
    : await insertOne(door, writing, { values: ready })
  const afterSave = hooks?.afterSave
  if (!afterSave) return saved
  expectShallow(deeper.depth)
  await runProjectCode(engine, () => afterSave(saved.image, saving))
  // It may have changed the very record.
  return (await readStored(door, saved.key, writing.connection)) ?? saved
}

/** The values as a hook leaves them. What it left alone was checked already. */
async function afterHook(
  { visible: { model } }: Door,
  values: AnyRecord,
  run: (draft: { [field: string]: Json }) => Promise<void>,
): Promise<AnyRecord> {
  const draft = { ...values }
  await run(draft)
  const isAsBefore = ([name, value]: [string, Json]) =>
    Object.hasOwn(values, name) && isSameJson(value ?? null, valueIn(values, name))
  const others = Object.fromEntries(Object.entries(draft).filter((entry) => !isAsBefore(entry)))
  return { ...draft, ...parseTrusted(model, others) }
}

/** What an edit comes to. */
export interface MergedEdit {
  /** The values that differ from what is stored. */
  readonly changed: AnyRecord
  /** The fields that others have changed since they were seen; empty: nothing is in the way. */
  readonly conflicts: Conflict
}

/** Compares an edit with what is stored, field by field. Throws `base_required` for fields without a base. */
export function mergeEdit(stored: AnyRecord, values: AnyRecord, base: AnyRecord | undefined): MergedEdit {
  const names = Object.keys(values)
  const baseless = names.filter((name) => base === undefined || !Object.hasOwn(base, name))
  if (baseless.length > 0) {
    throw new HaykalError('base_required', {
      problems: baseless.map((name): Problem => ({ pointer: pointerTo('base', name), code: 'required' })),
    })
  }
  const changed = names.filter((name) => !isSameJson(valueIn(values, name), valueIn(stored, name)))
  const conflicting = changed.filter((name) => !isSameJson(valueIn(base, name), valueIn(stored, name)))
  const sides = (name: string) => ({
    base: valueIn(base, name),
    theirs: valueIn(stored, name),
    yours: valueIn(values, name),
  })
  return {
    changed: Object.fromEntries(changed.map((name) => [name, valueIn(values, name)])),
    conflicts: Object.fromEntries(conflicting.map((name) => [name, sides(name)])),
  }
}
