/** The children of a record while its form is open: they are shown as rows, and saved together with it. */
import type { ChildChanges, RecordPage } from '@haykal/contract'
import {
  type AnyRecord,
  type Fault,
  HaykalError,
  type Json,
  type Model,
  type ModelField,
  type Problem,
  recordId,
} from '@haykal/model'
import { useMemo, useState } from 'react'
import { useBoot, useModels } from '../boot/use-boot.ts'
import { problemsOf } from '../problems/error-text.ts'
import { beginningOf } from './beginning-of.ts'
import { childModel, type EditableChildren, editableChildren } from './child-groups.ts'
import {
  type ChildGroup,
  type ChildRow,
  changedRows,
  checkRows,
  faultyRows,
  refuseRows,
  settleConflict,
} from './child-rows.ts'
import { beginDraft, changeValue, leaveField, markUnreadable } from './record-draft.ts'

/** What rows do. They are the same functions for as long as the form is there. */
export interface ChildRowActs {
  /** Takes the children of a group that were asked for. */
  readonly load: (group: number, page: RecordPage) => void
  /** Adds a row for a new child. */
  readonly add: (group: number) => void
  readonly change: (key: RowKey, field: ModelField, value: Json) => void
  readonly fail: (key: RowKey, field: ModelField, fault: Fault) => void
  readonly leave: (key: RowKey, field: ModelField) => void
  /** Takes a new row away. */
  readonly drop: (key: RowKey) => void
  /** Marks a child for removal as it is now, or takes the mark back with undefined. */
  readonly mark: (key: RowKey, as: { readonly record: AnyRecord; readonly etag: string } | undefined) => void
  /** Takes the value of others or keeps one's own, where both wrote. */
  readonly settle: (key: RowKey, field: string, isTheirs: boolean) => void
}

/** A row of all groups: the number of its group, and its key there. */
export type RowKey = readonly [group: number, key: string]

/** The children of a form. */
export interface ChildRows {
  readonly offered: readonly EditableChildren[]
  readonly groups: readonly ChildGroup[]
  readonly acts: ChildRowActs
  /** How many rows are not as they are stored. */
  readonly changes: number
  /** How many rows have something wrong that was told. */
  readonly faults: number
  /** Checks everything: what is to be written, or undefined when something is wrong, which then is told. */
  readonly check: () => readonly ChildChanges[] | undefined
  /** Tells what the server found wrong; gives what belongs to no row. */
  readonly refuse: (error: unknown) => readonly Problem[]
}

/** The children of a record of a model: stored ones are asked for when they are shown. */
export function useChildRows(model: Model, purpose: 'create' | 'edit'): ChildRows {
  const models = useModels()
  const told = useBoot().models
  const offered = useMemo(() => {
    const all = editableChildren(model, models, told)
    return purpose === 'edit' ? all : all.filter(({ access }) => access.can.create)
  }, [model, models, told, purpose])
  const [groups, setGroups] = useState<readonly ChildGroup[]>(() =>
    offered.map((children) => emptyGroup(children, purpose)),
  )
  const [acts] = useState(() => actsOf(offered, setGroups))
  return {
    offered,
    groups,
    acts,
    changes: changedRows(groups),
    faults: faultyRows(groups),
    check: () => {
      const { groups: checked, changes } = checkRows(groups, new Date())
      setGroups(checked)
      return changes
    },
    refuse: (error) => {
      const refused = refuseRows(groups, problemsIn(error))
      setGroups(refused.groups)
      return refused.others
    },
  }
}

/** What an error finds wrong; of a child that is gone the server says only which. */
function problemsIn(error: unknown): readonly Problem[] {
  const pointer = error instanceof HaykalError && error.code === 'not_found' ? error.details.params?.pointer : undefined
  return typeof pointer === 'string' ? [{ pointer, code: 'no_such_record' }] : problemsOf(error)
}

type Change = (groups: readonly ChildGroup[]) => readonly ChildGroup[]

function actsOf(offered: readonly EditableChildren[], set: (change: Change) => void): ChildRowActs {
  const setRows = (at: number, change: (rows: readonly ChildRow[]) => readonly ChildRow[]) =>
    set((groups) => groups.map((group, index) => (index === at ? { ...group, rows: change(group.rows ?? []) } : group)))
  const setRow = ([at, key]: RowKey, change: (row: ChildRow) => ChildRow) =>
    setRows(at, (rows) => rows.map((row) => (row.key === key ? change(row) : row)))
  let made = 0
  return {
    load: (at, page) => {
      const children = offered[at]
      if (children) setRows(at, () => storedRows(children, page))
    },
    add: (at) => {
      const children = offered[at]
      made += 1
      const key = `new ${made}`
      if (children) setRows(at, (rows) => [...rows, newRow(children, key)])
    },
    change: (key, field, value) => setRow(key, (row) => ({ ...row, draft: changeValue(row.draft, field, value) })),
    fail: (key, field, fault) => setRow(key, (row) => ({ ...row, draft: markUnreadable(row.draft, field, fault) })),
    leave: (key, field) => setRow(key, (row) => ({ ...row, draft: leaveField(row.draft, field) })),
    drop: ([at, key]) => setRows(at, (rows) => rows.filter((row) => row.key !== key)),
    mark: (key, as) =>
      setRow(key, (row) => ({
        ...row,
        problems: [],
        etag: as?.etag,
        draft: as ? beginDraft(row.draft.model, 'edit', as.record) : row.draft,
      })),
    settle: (key, field, isTheirs) => setRow(key, (row) => settleConflict(row, field, isTheirs)),
  }
}

function emptyGroup(children: EditableChildren, purpose: 'create' | 'edit'): ChildGroup {
  return { model: children.model, field: children.field.name, rows: purpose === 'create' ? [] : undefined }
}

const untold = { etag: undefined, problems: [], theirs: {} } as const

function storedRows(children: EditableChildren, { data, meta }: RecordPage): readonly ChildRow[] {
  const { can } = meta
  const model = childModel(children, can?.fields ?? children.access.can.editFields)
  const allows = (rule: boolean | readonly boolean[] | undefined, index: number) =>
    typeof rule === 'object' ? rule[index] === true : rule === true
  return data.map((record, index) => {
    const id = recordId(children.model, record)
    const draft = beginDraft(model, 'edit', record)
    return { key: id, id, draft, canEdit: allows(can?.edit, index), canRemove: allows(can?.remove, index), ...untold }
  })
}

function newRow(children: EditableChildren, key: string): ChildRow {
  const model = childModel(children, children.access.can.createFields)
  const draft = beginDraft(model, 'create', beginningOf(model, {}))
  return { key, id: undefined, draft, canEdit: true, canRemove: true, ...untold }
}
