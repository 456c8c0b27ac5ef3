/** Records as they were and as they became: what is kept of them, and how it is read back. */
import type { HeldRecord } from '@haykal/database'
import {
  type AnyRecord,
  isDerived,
  isJsonObject,
  isSameJson,
  type Json,
  type Model,
  type ModelField,
  valueIn,
} from '@haykal/model'
import { type SealedImages, sealOf } from './seal.ts'

/** One record's before and after, every stored field of it, whoever may see it. */
export interface WrittenChange {
  readonly act: 'create' | 'edit' | 'remove'
  readonly model: Model
  /** As in addresses. */
  readonly id: string
  /** Null where there was no record. */
  readonly before: AnyRecord | null
  /** Null where there is none any more. */
  readonly after: AnyRecord | null
  /** What of `before` is held as more than is shown of it; absent: nothing. */
  readonly held?: HeldRecord
  /** Of an edit, the names of the fields that differ; absent: whoever keeps it compares them. */
  readonly changed?: readonly string[]
  /** The record whose removal this follows from; absent: it was meant itself. */
  readonly root?: { readonly model: string; readonly record: string }
}

/** What the history holds of a change. */
export interface KeptImages {
  /** The names of the fields that differ; null but for an edit. */
  readonly fields: string | null
  readonly before: string | null
  readonly after: string | null
  readonly sealed: string | null
  readonly held: string | null
}

/** What is kept is read back as: of an edit, `before` has only the fields that it changed. */
export interface ReadImages {
  readonly before: AnyRecord | null
  readonly after: AnyRecord | null
  readonly held: HeldRecord
  /** The sensitive values could not be opened: they are missing in both. */
  readonly isClosed: boolean
}

/** The fields that are kept: what is derived changes with what it is derived from, and is no change of this record. */
export function keptFields(model: Model): readonly ModelField[] {
  const known = fieldsByModel.get(model) ?? model.fields.filter((field) => !isDerived(field))
  fieldsByModel.set(model, known)
  return known
}

const fieldsByModel = new WeakMap<Model, readonly ModelField[]>()

/** The names of the stored fields that differ. */
export function changedFields(model: Model, before: AnyRecord, after: AnyRecord): readonly string[] {
  return keptFields(model)
    .filter(({ name }) => !isSameJson(valueIn(before, name), valueIn(after, name)))
    .map(({ name }) => name)
}

/** What is kept of a change. */
export function keepImages(
  { act, model, id, before, after, held = {}, changed: known }: WrittenChange,
  secret: string,
): KeptImages {
  const changed = act === 'edit' ? (known ?? changedFields(model, before ?? {}, after ?? {})) : undefined
  const [old, now] = [before && only(before, changed), after && withoutLarge(model, after, changed)]
  const sensitive = sensitiveNames(model)
  const closed = (image: AnyRecord) => those(image, (name) => sensitive.has(name))
  const heldOld = old === null ? {} : those(held, (name) => Object.hasOwn(old, name))
  const [closedOld, closedHeld] = [closed(old ?? {}), closed(heldOld)]
  const former: SealedImages = {
    ...(isEmpty(closedOld) ? {} : { before: closedOld }),
    ...(isEmpty(closedHeld) ? {} : { held: closedHeld }),
  }
  const place = placeOf(model.name, id)
  const plain = (image: AnyRecord | null) => image && JSON.stringify(open(image, sensitive))
  return {
    fields: changed === undefined ? null : JSON.stringify(changed),
    before: plain(old),
    after: plain(now),
    held: textOfHeld(open(heldOld, sensitive)),
    sealed:
      sensitive.size === 0
        ? null
        : [
            ...(now === null ? [''] : [sealOf(secret).seal({ after: closed(now) }, place)]),
            ...(isEmpty(former) ? [] : [sealOf(secret).seal(former, place)]),
          ].join(partMark),
  }
}

/** Reads back what is kept of a change. */
export function readImages(
  {
    model,
    record,
    before,
    after,
    sealed,
    held,
  }: Omit<KeptImages, 'fields'> & { readonly model: string; readonly record: string },
  secret: string,
): ReadImages {
  const opened = sealed === null ? {} : openParts(sealed, { secret, place: placeOf(model, record) })
  const whole = (plain: string | null, hidden: AnyRecord | undefined) => {
    const image: unknown = plain === null ? null : JSON.parse(plain)
    return isJsonObject(image) ? { ...image, ...hidden } : null
  }
  return {
    before: whole(before, opened?.before),
    after: whole(after, opened?.after),
    held: { ...heldIn(held), ...(opened?.held as HeldRecord | undefined) },
    isClosed: opened === undefined,
  }
}

/** Between what a record became and what it was: the former stands alone where it is the same as before. */
const partMark = '.'

function openParts(
  sealed: string,
  { secret, place }: { readonly secret: string; readonly place: string },
): SealedImages | undefined {
  const parts = sealed
    .split(partMark)
    .filter(Boolean)
    .map((part) => sealOf(secret).open(part, place))
  return parts.includes(undefined) ? undefined : Object.assign({}, ...parts)
}

/** Whether a record is as the last change left it, without opening what is sealed. */
export function isAsLeft(
  { model, id, image }: Pick<WrittenChange, 'model' | 'id'> & { readonly image: AnyRecord },
  { after, sealed }: Pick<KeptImages, 'after' | 'sealed'>,
  secret: string,
): boolean {
  const sensitive = sensitiveNames(model)
  const kept = withoutLarge(model, image, [])
  if (after !== JSON.stringify(open(kept, sensitive))) return false
  if (sensitive.size === 0) return true
  const closed = those(kept, (name) => sensitive.has(name))
  return sealed?.split(partMark)[0] === sealOf(secret).seal({ after: closed }, placeOf(model.name, id))
}

function isEmpty(of: object): boolean {
  return Object.keys(of).length === 0
}

function textOfHeld(held: AnyRecord): string | null {
  return isEmpty(held) ? null : JSON.stringify(held)
}

function heldIn(text: string | null): HeldRecord {
  return text === null ? {} : (JSON.parse(text) as HeldRecord)
}

function sensitiveNames(model: Model): ReadonlySet<string> {
  const known =
    sensitiveByModel.get(model) ??
    new Set(keptFields(model).flatMap(({ name, options }) => (options.sensitive === true ? [name] : [])))
  sensitiveByModel.set(model, known)
  return known
}

const sensitiveByModel = new WeakMap<Model, ReadonlySet<string>>()

function placeOf(model: string, id: string): string {
  return JSON.stringify([model, id])
}

/** Bytes are kept where they are removed or changed; repeated with every change of the record they would be most of the history. */
function withoutLarge(model: Model, image: AnyRecord, changed: readonly string[] | undefined): AnyRecord {
  if (changed === undefined || !keptFields(model).some(isLarge)) return image
  const large = keptFields(model).filter((field) => isLarge(field) && !changed.includes(field.name))
  return those(image, (name) => !large.some((field) => field.name === name))
}

function isLarge({ column }: ModelField): boolean {
  return column.kind === 'bytes'
}

function only(image: AnyRecord, names: readonly string[] | undefined): AnyRecord {
  return names === undefined ? image : Object.fromEntries(names.map((name) => [name, valueIn(image, name)]))
}

function open(image: AnyRecord, sensitive: ReadonlySet<string>): AnyRecord {
  return sensitive.size === 0 ? image : those(image, (name) => !sensitive.has(name))
}

function those(image: AnyRecord, is: (name: string) => boolean): AnyRecord {
  // Without a prototype, so that no name of a field means anything else.
  const kept = Object.create(null) as { [name: string]: Json }
  for (const name of Object.keys(image)) if (is(name)) kept[name] = image[name] ?? null
  return kept
}
