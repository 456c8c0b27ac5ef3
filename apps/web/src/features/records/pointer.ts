/** Where a record points to: to the page of another one, or where its key is not known to the list of all that are meant. */
import {
  type AnyRecord,
  idOfKey,
  type Json,
  type Model,
  type ModelField,
  type Models,
  type ReferenceDefinition,
  targetField,
} from '@haykal/model'
import { recordPath } from 'haykal/web'
import { listPath } from '../shell/navigation.ts'

/** What is pointed to: the records of a model in which some fields have these values. */
export interface Pointer {
  readonly target: Model
  readonly where: AnyRecord
}

/** What the value of a relation points to; undefined for null, and for a model that this person may not see. */
export function pointerOf(field: ModelField, value: Json, models: Models): Pointer | undefined {
  const target = models.get(field.references ?? '')
  const there = target && targetField(field, target)
  return target && there && value !== null ? { target, where: { [there.name]: value } } : undefined
}

/** What several fields of a record point to at once; undefined where one of them is null, and for a model that this person may not see. */
export function pointerOfSeveral(
  { to, fields }: ReferenceDefinition,
  record: AnyRecord,
  models: Models,
): Pointer | undefined {
  const target = models.get(to)
  const where = Object.fromEntries(Object.entries(fields).map(([own, there]) => [there, record[own] ?? null]))
  return target && !Object.values(where).includes(null) ? { target, where } : undefined
}

/** The id of the record that a pointer names by its whole key; undefined for one that names other fields. */
export function idOfPointer({ target, where }: Pointer): string | undefined {
  const names = Object.keys(where)
  const isKey = target.key.length === names.length && target.key.every((field) => Object.hasOwn(where, field.name))
  return isKey && names.length > 0
    ? idOfKey(
        target,
        target.key.map((field) => where[field.name] ?? null),
      )
    : undefined
}

/** The address of what is pointed to. */
export function pointerPath(pointer: Pointer): string {
  const id = idOfPointer(pointer)
  return id === undefined ? filteredPath(pointer) : recordPath(pointer.target.name, id)
}

/** The address of the list of the records that have these values, which are kept as they are: a number stays one. */
export function filteredPath({ target, where }: Pointer): string {
  const filter = Object.fromEntries(Object.entries(where).map(([name, value]) => [name, { eq: value }]))
  return `${listPath(target.name)}?filter=${encodeURIComponent(JSON.stringify(filter))}`
}
