/** What an owner writes of a person, and what of it differs from what is kept. */
import type { ListedPerson, PersonChanges } from '@haykal/contract'
import { isSameJson, type JsonObject } from '@haykal/model'

/** Everything that an owner writes of a person. */
export interface PersonDraft {
  readonly name: string
  readonly email: string
  readonly role: string
  readonly groups: readonly string[]
  readonly attributes: JsonObject
}

/** Only what differs, with what each value differs from. */
export interface PersonEdit {
  readonly values: PersonChanges
  readonly base: PersonChanges
}

/** What is kept of a person, as a draft. */
export function draftOf({ name, email, role, groups, attributes }: ListedPerson): PersonDraft {
  return { name, email, role, groups, attributes }
}

/** The difference between what is kept and what is written. */
export function editOf(base: PersonDraft, draft: PersonDraft): PersonEdit {
  const names = (['name', 'email', 'role', 'groups'] as const).filter((name) => !isSameJson(base[name], draft[name]))
  const asked = new Set([...Object.keys(base.attributes), ...Object.keys(draft.attributes)])
  const valueIn = ({ attributes }: PersonDraft, name: string) => attributes[name] ?? null
  const changed = [...asked].filter((name) => !isSameJson(valueIn(base, name), valueIn(draft, name)))
  const pick = (from: PersonDraft): PersonChanges => ({
    ...Object.fromEntries(names.map((name) => [name, from[name]])),
    ...(changed.length > 0 && { attributes: Object.fromEntries(changed.map((name) => [name, valueIn(from, name)])) }),
  })
  return { values: pick(draft), base: pick(base) }
}
