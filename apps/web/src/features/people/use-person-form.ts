/** What is being written of a person: the draft, what differs from what is kept, and what is wrong with it. */
import type { ListedPerson, PersonChanges } from '@haykal/contract'
import { useLocale } from '@haykal/messages/react'
import { type Fault, isSameJson, type Json, type JsonObject } from '@haykal/model'
import { useState } from 'react'
import { problemTexts } from '../problems/error-text.ts'

/** Everything that an owner writes of a person. */
export interface PersonDraft {
  readonly name: string
  readonly email: string
  readonly role: string
  readonly groups: readonly string[]
  readonly attributes: JsonObject
}

/** A draft that is written. */
export interface PersonForm {
  readonly draft: PersonDraft
  readonly change: (changes: Partial<PersonDraft>) => void
  readonly changeAttribute: (name: string, value: Json) => void
  /** What is typed at a place is no value yet. */
  readonly fail: (name: string, fault: Fault) => void
  readonly problemsOf: (name: string) => readonly string[]
  /** Some input holds what is no value. */
  readonly isFaulty: boolean
  /** Only what differs from what is kept, and what it differs from. */
  readonly edit: { readonly values: PersonChanges; readonly base: PersonChanges }
  /** How many places differ. */
  readonly changes: number
  readonly begin: (draft: PersonDraft) => void
}

/** What is kept of a person, as a draft. */
export function draftOf({ name, email, role, groups, attributes }: ListedPerson): PersonDraft {
  return { name, email, role, groups, attributes }
}

/** A form that begins with a draft; `error` is what the server said of it last. */
export function usePersonForm(kept: PersonDraft, error: unknown): PersonForm {
  const { t } = useLocale()
  const [base, setBase] = useState(kept)
  const [draft, setDraft] = useState(kept)
  const [faults, setFaults] = useState<{ readonly [name: string]: Fault }>({})
  const said = problemTexts(t, error)
  const edit = editOf(base, draft)
  const { attributes, ...others } = edit.values
  const changes = Object.keys(others).length + Object.keys(attributes ?? {}).length
  const begin = (next: PersonDraft) => {
    setBase(next)
    setDraft(next)
    setFaults({})
  }
  const forgive = (names: readonly string[]) =>
    setFaults((all) => Object.fromEntries(Object.entries(all).filter(([name]) => !names.includes(name))))
  // What arrives while nothing is written takes its place.
  if (changes === 0 && Object.keys(faults).length === 0 && !isSame(base, kept)) begin(kept)
  return {
    draft,
    change(next) {
      setDraft((before) => ({ ...before, ...next }))
      forgive(Object.keys(next))
    },
    changeAttribute(name, value) {
      setDraft((before) => ({ ...before, attributes: { ...before.attributes, [name]: value } }))
      forgive([name])
    },
    fail: (name, fault) => setFaults((all) => ({ ...all, [name]: fault })),
    problemsOf(name) {
      const fault = faults[name]
      return fault ? [t.problem(fault)] : (said[name] ?? [])
    },
    isFaulty: Object.keys(faults).length > 0,
    edit,
    changes: changes + Object.keys(faults).length,
    begin,
  }
}

function isSame(one: PersonDraft, other: PersonDraft): boolean {
  return isSameJson({ ...one }, { ...other })
}

function editOf(base: PersonDraft, draft: PersonDraft): PersonForm['edit'] {
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
