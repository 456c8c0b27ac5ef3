/** Which fields a viewer may set, where the rules of their role let them set only some. */
import type { VisibleModel } from '@haykal/access'
import { isSettable } from '@haykal/model'

/** The names of the fields that may be set; undefined where the rules keep none of those that can be set from being set. */
export function settableFields(visible: VisibleModel, act: 'create' | 'edit'): readonly string[] | undefined {
  const can = visible.fields.filter((field) => isSettable(field, act))
  const may = can.filter((field) => visible.maySet(field.name, act))
  return may.length === can.length ? undefined : may.map((field) => field.name)
}
