/** The children of a record as rows of its form, as plain data: which are new, changed or marked for removal, and what is wrong with them. */
import type { ChildChanges } from '@haykal/contract'
import { type Fault, type Json, type Model, type Problem, pointerTo } from '@haykal/model'
import { changedNames, checkDraft, moveBase, problemsBeside, type RecordDraft } from './record-draft.ts'

/** A child. */
export interface ChildRow {
  /** Tells rows apart: the id, or for a new one a name of its own. */
  readonly key: string
  /** Undefined: it is still to be made. */
  readonly id: string | undefined
  readonly draft: RecordDraft
  readonly canEdit: boolean
  readonly canRemove: boolean
  /** Marked for removal: of the record as it was then. Undefined: it stays. */
  readonly etag: string | undefined
  /** What is wrong with it as a whole. */
  readonly problems: readonly Fault[]
  /** What others wrote meanwhile in fields that were changed here too. */
  readonly theirs: { readonly [field: string]: Json }
}

/** The children of one relation. */
export interface ChildGroup {
  /** Their model; the field that points to the parent cannot be filled in. */
  readonly model: Model
  /** That field. */
  readonly field: string
  /** Undefined: they have not been asked for. */
  readonly rows: readonly ChildRow[] | undefined
}

type Act = 'create' | 'edit' | 'remove'

/** What is to become of a row; undefined: it stays as it is. */
export function actOn({ id, etag, draft }: ChildRow): Act | undefined {
  if (id === undefined) return 'create'
  if (etag !== undefined) return 'remove'
  return changedNames(draft).length > 0 ? 'edit' : undefined
}

/** How many rows are not as they are stored. */
export function changedRows(groups: readonly ChildGroup[]): number {
  return groups.flatMap(({ rows = [] }) => rows).filter((row) => actOn(row) !== undefined).length
}

/** How many rows have something wrong that was told. */
export function faultyRows(groups: readonly ChildGroup[]): number {
  return groups.flatMap(({ rows = [] }) => rows).filter(isFaulty).length
}

function isFaulty({ draft, problems, theirs }: ChildRow): boolean {
  const isLeft = draft.left.some((name) => Object.hasOwn(draft.unreadable, name))
  return draft.problems.length > 0 || problems.length > 0 || Object.keys(theirs).length > 0 || isLeft
}

/** What is wrong with a row and belongs to none of its fields that can be filled in. */
export function problemsOfRow({ draft, problems }: ChildRow): readonly Fault[] {
  return [...problems, ...problemsBeside(draft)]
}

/** Checks every row that is to be written: what to send, or groups that tell everything wrong at once. */
export function checkRows(
  groups: readonly ChildGroup[],
  now: Date,
): { readonly groups: readonly ChildGroup[]; readonly changes?: readonly ChildChanges[] } {
  const told = changeRows(groups, (row) => {
    const act = actOn(row)
    const draft = act === 'create' || act === 'edit' ? checkDraft(row.draft, now).draft : row.draft
    return { ...row, draft, problems: [] }
  })
  if (faultyRows(told) > 0) return { groups: told }
  return { groups: told, changes: sentGroups(told).map((group) => changesOf(group, now)) }
}

function changesOf(group: ChildGroup, now: Date): ChildChanges {
  const created = rowsTo('create', group).flatMap(({ draft }) => {
    const edit = checkDraft(draft, now).edit
    return edit ? [edit.values] : []
  })
  const edited = rowsTo('edit', group).flatMap(({ id = '', draft }) => {
    const edit = checkDraft(draft, now).edit
    return edit ? [{ id, ...edit }] : []
  })
  const removed = rowsTo('remove', group).map(({ id = '', etag = '' }) => ({ id, etag }))
  return {
    model: group.model.name,
    field: group.field,
    ...(created.length > 0 && { create: created.map((values) => ({ values })) }),
    ...(edited.length > 0 && { edit: edited }),
    ...(removed.length > 0 && { remove: removed }),
  }
}

/** What the server found wrong, at the rows that are the matter; `others` belong to none of them. */
export function refuseRows(
  groups: readonly ChildGroup[],
  problems: readonly Problem[],
): { readonly groups: readonly ChildGroup[]; readonly others: readonly Problem[] } {
  const placed = problems.map((problem) => ({ problem, place: placeOf(groups, problem.pointer) }))
  const told = changeRows(groups, (row) => {
    const mine = placed.flatMap(({ problem, place }) =>
      place?.row === row ? [{ ...problem, pointer: place.rest }] : [],
    )
    const theirs = theirsIn(row, mine)
    const rest = mine.filter(
      ({ pointer }) => !Object.keys(theirs).some((name) => pointer === pointerTo('values', name)),
    )
    const isInField = ({ pointer }: Problem) => pointer.startsWith('/values/')
    return {
      ...row,
      draft: { ...row.draft, problems: rest.filter(isInField) },
      problems: rest.filter((problem) => !isInField(problem)),
      theirs,
    }
  })
  return { groups: told, others: placed.flatMap(({ problem, place }) => (place ? [] : [problem])) }
}

/** What others wrote in the fields of a row, where that is what is wrong with them. */
function theirsIn({ draft: { model } }: ChildRow, problems: readonly Problem[]): ChildRow['theirs'] {
  const found = problems.flatMap(({ pointer, code, params }) => {
    const field = model.fields.find(({ name }) => pointer === pointerTo('values', name))
    return field && code === 'changed_meanwhile' ? [[field.name, params?.theirs ?? null] as const] : []
  })
  return Object.fromEntries(found)
}

/** A row that goes on from what others wrote in a field, with the value that shall stand there. */
export function settleConflict(row: ChildRow, field: string, isTheirs: boolean): ChildRow {
  const { [field]: theirs = null, ...left } = row.theirs
  const chosen = isTheirs ? theirs : (row.draft.values[field] ?? null)
  return { ...row, theirs: left, draft: moveBase(row.draft, { [field]: theirs }, { [field]: chosen }) }
}

/** The groups with every row as `change` gives it; one that is given back as it was stays the same. */
export function changeRows(groups: readonly ChildGroup[], change: (row: ChildRow) => ChildRow): readonly ChildGroup[] {
  return groups.map((group) => (group.rows ? { ...group, rows: group.rows.map(change) } : group))
}

/** The groups in the order in which they are sent: those in which something is to be written. */
function sentGroups(groups: readonly ChildGroup[]): readonly ChildGroup[] {
  return groups.filter(({ rows = [] }) => rows.some((row) => actOn(row) !== undefined))
}

function rowsTo(act: Act, { rows = [] }: ChildGroup): readonly ChildRow[] {
  return rows.filter((row) => actOn(row) === act)
}

/** The row that a pointer leads into, and the rest of the pointer: `/children/0/edit/1/values/quantity`. */
function placeOf(
  groups: readonly ChildGroup[],
  pointer: string,
): { readonly row: ChildRow; readonly rest: string } | undefined {
  const found = /^\/children\/(\d+)\/(create|edit|remove)\/(\d+)(.*)$/.exec(pointer)
  if (!found) return undefined
  const [, at, act, index, rest = ''] = found
  const group = sentGroups(groups)[Number(at)]
  const row = group && rowsTo(act as Act, group)[Number(index)]
  return row && { row, rest }
}
