/** The state of a form over a record: the draft, and what inputs and buttons do to it. */
import type { AnyRecord, Fault, Json, Model, ModelField, Problem } from '@haykal/model'
import { useState } from 'react'
import {
  changedNames,
  changeValue,
  checkDraft,
  type Edit,
  leaveField,
  markUnreadable,
  moveBase,
  problemsBeside,
  problemsIn,
  type RecordDraft,
  settableFields,
  valueIn,
} from './record-draft.ts'
import { useComputed } from './use-computed.ts'

/** A form over a record. */
export interface RecordForm {
  /** All that is typed, as plain data. */
  readonly draft: RecordDraft
  /** All fields of the model, in their order. */
  readonly fields: readonly ModelField[]
  /** Whether people can fill in a field; all others are only shown. */
  readonly canSet: (field: ModelField) => boolean
  /** How many fields differ from what they were. */
  readonly changes: number
  /** How many fields have something wrong that was told. */
  readonly faults: number
  /** Problems that belong to no field that can be filled in. */
  readonly otherProblems: readonly Problem[]
  /** What is computed follows what is typed. */
  readonly valueOf: (field: ModelField) => Json
  readonly problemsOf: (field: ModelField) => readonly Fault[]
  /** Takes a value from an input. This and the two that follow are always the same functions. */
  readonly change: (field: ModelField, value: Json) => void
  /** Told that what is typed in an input is no value. */
  readonly fail: (field: ModelField, fault: Fault) => void
  /** Told that the person has left an input. */
  readonly leave: (field: ModelField) => void
  /** Checks everything: what is to be written, or undefined when something is wrong, which then is told. */
  readonly check: () => Edit | undefined
  /** Tells what the server found wrong. */
  readonly refuse: (problems: readonly Problem[]) => void
  /** Goes on from newer values, with the value that was chosen for each, and checks everything. */
  readonly resolve: (theirs: AnyRecord, chosen: AnyRecord) => Edit | undefined
}

/** A form over a stored record, or over the values that a new one begins with: `begin` says what is in it at first. */
export function useRecordForm(model: Model, begin: () => RecordDraft): RecordForm {
  const [draft, setDraft] = useState(begin)
  const compute = useComputed(model)
  const settable = new Set(settableFields(draft))
  const [acts] = useState(() => ({
    change: (field: ModelField, value: Json) => setDraft((before) => changeValue(before, field, value)),
    fail: (field: ModelField, fault: Fault) => setDraft((before) => markUnreadable(before, field, fault)),
    leave: (field: ModelField) => setDraft((before) => leaveField(before, field)),
  }))
  const checked = (next: RecordDraft) => {
    const { draft: told, edit } = checkDraft(next, new Date())
    setDraft(told)
    return edit
  }
  return {
    draft,
    fields: model.fields,
    canSet: (field) => settable.has(field),
    changes: changedNames(draft).length,
    faults: [...settable].filter((field) => problemsIn(draft, field).length > 0).length,
    otherProblems: problemsBeside(draft),
    valueOf: (field) => compute(model, field, (each) => valueIn(draft, each)),
    problemsOf: (field) => problemsIn(draft, field),
    ...acts,
    check: () => checked(draft),
    refuse: (problems) => setDraft((before) => ({ ...before, problems })),
    resolve: (theirs, chosen) => checked(moveBase(draft, theirs, chosen)),
  }
}
