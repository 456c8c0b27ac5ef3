/** What is being edited: touched fields only, each with the value it is based on and what is wrong with it. */
import {
  type AnyRecord,
  isSettable,
  type Json,
  type Model,
  type ModelField,
  type Problem,
  parseDraft,
  pointerTo,
} from '@haykal/model'
import { useMemo, useState } from 'react'

/** A draft of a record. */
export interface RecordForm {
  /** The fields that can be filled in, in their order. */
  readonly fields: readonly ModelField[]
  /** What is in the field now: as typed, else as it was. */
  valueOf(field: ModelField): Json
  /** Remembers what was typed. A value that is again what it was is no change any more. */
  change(field: ModelField, value: Json): void
  /** The field's half-typed text stands for no value; undefined when it does again. */
  fail(field: ModelField, problem: Omit<Problem, 'pointer'> | undefined): void
  /** What is wrong with a field: found here before sending, or answered by the server. */
  problemsOf(field: ModelField): readonly Problem[]
  /** Problems that belong to no field that is shown. */
  readonly otherProblems: readonly Problem[]
  /** How many fields differ from what they were. */
  readonly changes: number
  /** How many fields have problems. */
  readonly faults: number
  /** What was typed, checked; undefined when something is wrong, which then is shown. */
  check(): { readonly values: AnyRecord; readonly base: AnyRecord } | undefined
  /** Shows what the server found wrong. */
  refuse(problems: readonly Problem[]): void
  /** Moves fields to a newer base, with a value chosen for each: after a conflict. */
  rebase(base: AnyRecord, values: AnyRecord): void
  reset(): void
}

interface Draft {
  readonly values: AnyRecord
  readonly base: AnyRecord
  readonly problems: readonly Problem[]
  /** Texts in inputs that stand for no value. */
  readonly unreadable: { readonly [field: string]: Problem }
}

const untouched: Draft = { values: {}, base: {}, problems: [], unreadable: {} }

/** A form over a stored record, or over the values that a new one begins with. */
export function useRecordForm(
  model: Model,
  { purpose, record }: { purpose: 'create' | 'edit'; record: AnyRecord },
): RecordForm {
  const [draft, setDraft] = useState(untouched)
  const fields = useMemo(() => model.fields.filter((field) => isSettable(field, purpose)), [model, purpose])
  const storedOf = (name: string): Json => draft.base[name] ?? record[name] ?? null
  const pointerOf = (field: ModelField) => pointerTo('values', field.name)
  const allProblems = [...draft.problems, ...Object.values(draft.unreadable)]
  const isOf = (field: ModelField) => (problem: Problem) => problem.pointer === pointerOf(field)

  return {
    fields,
    valueOf: (field) =>
      Object.hasOwn(draft.values, field.name) ? (draft.values[field.name] ?? null) : (record[field.name] ?? null),
    change(field, value) {
      setDraft((untidied) => {
        const before = { ...untidied, unreadable: without(untidied.unreadable, field.name) }
        const problems = before.problems.filter((problem) => !isOf(field)(problem))
        const isBack =
          purpose === 'edit' &&
          JSON.stringify(value) === JSON.stringify(before.base[field.name] ?? record[field.name] ?? null)
        if (isBack)
          return {
            ...before,
            problems,
            values: without(before.values, field.name),
            base: without(before.base, field.name),
          }
        const base = Object.hasOwn(before.base, field.name)
          ? before.base
          : { ...before.base, [field.name]: record[field.name] ?? null }
        return { ...before, problems, values: { ...before.values, [field.name]: value }, base }
      })
    },
    fail(field, problem) {
      setDraft((before) => ({
        ...before,
        unreadable: problem
          ? { ...before.unreadable, [field.name]: { ...problem, pointer: pointerOf(field) } }
          : without(before.unreadable, field.name),
      }))
    },
    problemsOf: (field) => allProblems.filter(isOf(field)),
    otherProblems: allProblems.filter((problem) => !fields.some((field) => isOf(field)(problem))),
    changes: new Set([...Object.keys(draft.values), ...Object.keys(draft.unreadable)]).size,
    faults: fields.filter((field) => allProblems.some(isOf(field))).length,
    check() {
      const input = purpose === 'create' ? { ...settable(record, fields), ...draft.values } : draft.values
      const result = parseDraft(model, input, { purpose, now: new Date() })
      const unreadable = Object.values(draft.unreadable)
      const known = new Set(unreadable.map((problem) => problem.pointer))
      const problems = result.ok ? [] : result.problems.filter((problem) => !known.has(problem.pointer))
      setDraft((before) => ({ ...before, problems }))
      if (!result.ok || unreadable.length > 0) return undefined
      const base = Object.fromEntries(Object.keys(input).map((name) => [name, storedOf(name)]))
      return { values: input, base }
    },
    refuse: (problems) => setDraft((before) => ({ ...before, problems })),
    rebase(base, values) {
      setDraft((before) => {
        const isKept = (name: string) => JSON.stringify(values[name]) === JSON.stringify(base[name])
        const changed = (all: AnyRecord) =>
          Object.fromEntries(Object.entries(all).filter(([name]) => !(name in base && isKept(name))))
        return {
          ...before,
          values: changed({ ...before.values, ...values }),
          base: changed({ ...before.base, ...base }),
          problems: [],
        }
      })
    },
    reset: () => setDraft(untouched),
  }
}

function settable(record: AnyRecord, fields: readonly ModelField[]): AnyRecord {
  const names = new Set(fields.map((field) => field.name))
  return Object.fromEntries(Object.entries(record).filter(([name, value]) => names.has(name) && value !== null))
}

function without<Value>(object: { readonly [name: string]: Value }, name: string): { readonly [name: string]: Value } {
  const { [name]: _, ...rest } = object
  return rest
}
