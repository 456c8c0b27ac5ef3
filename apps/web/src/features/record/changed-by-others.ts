/** What others changed in a record between the look at it and the save. */
import { type AnyRecord, isSameJson, isSettable, type Model, type ModelField } from '@haykal/model'

/** A save, with what it was based on. */
export interface Merged {
  /** The record as the person saw it when they began. */
  readonly seen: AnyRecord
  /** The record as it was answered. */
  readonly saved: AnyRecord
  /** What they wrote themselves. */
  readonly mine: AnyRecord
}

/** The fields that somebody else wrote between the look and the save. */
export function changedByOthers(model: Model, { seen, saved, mine }: Merged): readonly ModelField[] {
  return model.fields.filter(
    (field) =>
      isSettable(field, 'edit') &&
      !field.isHidden &&
      !Object.hasOwn(mine, field.name) &&
      !isSameJson(seen[field.name] ?? null, saved[field.name] ?? null),
  )
}
