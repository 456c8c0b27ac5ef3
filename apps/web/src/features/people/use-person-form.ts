/** What is being written of a person: the draft, what differs from what is kept, and what is wrong with it. */
import { useLocale } from '@haykal/messages/react'
import { type Fault, isSameJson, type Json } from '@haykal/model'
import { useState } from 'react'
import { problemTexts } from '../problems/error-text.ts'
import { editOf, type PersonDraft, type PersonEdit } from './person-draft.ts'

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
  readonly edit: PersonEdit
  /** How many places differ. */
  readonly changes: number
  readonly begin: (draft: PersonDraft) => void
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
