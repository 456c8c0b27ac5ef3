/** The shapes of what was changed: change-sets, the history of a record, undo, the trash, and changes of many records at once. */
import type { AnyRecord, Filter, Json, Label, ProblemCode } from '@haykal/model'
import type { Titles } from './messages.ts'

/** By which way a change came: a form of ours, a program, a change of many at once, an import, an action, taking something back; `outside`: another program changed the database itself. */
export const changeMeans = ['form', 'api', 'bulk', 'import', 'action', 'undo', 'restore', 'outside'] as const

/** One of the ways by which changes come. */
export type ChangeMeans = (typeof changeMeans)[number]

/** What was done to a record. */
export type ChangeAct = 'create' | 'edit' | 'remove'

/** A person, as history names them. */
export interface Actor {
  readonly id: string
  /** Null: they are no longer here. */
  readonly name: string | null
}

/** What was there in one field before and after. Of a `sensitive` field neither is told: it was changed, and can be taken back. */
export interface FieldChange {
  readonly before: Json
  readonly after: Json
  /** The values are kept where nobody reads them; absent: they are told. */
  readonly sealed?: true
}

/** What everything that was done in one act has in common. */
export interface ChangeSetHead {
  readonly id: string
  /** The moment, as an ISO text. */
  readonly at: string
  /** Null: nobody who is known, as for changes from outside. */
  readonly by: Actor | null
  readonly means: ChangeMeans
  /** The label of the action by which it was done; absent: it was none. */
  readonly action?: Label
  /** The change-set that this one took back; absent: none. */
  readonly undoes?: string
  /** The latest change-set that took this one back, wholly or partly; absent: none did. */
  readonly undoneBy?: string
}

/** One record's before and after. */
export interface RecordChange {
  /** Tells changes apart; the version of a record that a restore names. */
  readonly id: string
  readonly set: ChangeSetHead
  readonly model: string
  /** The record, as in addresses. */
  readonly record: string
  /** What the record is or was called; empty: its title is empty or hidden. */
  readonly title: string
  readonly act: ChangeAct
  /** The record is there now, and the viewer may read it. */
  readonly isThere: boolean
  /** Of a created record what it began with, of a removed one what it had, else what differs; only fields that the viewer may see. */
  readonly fields: { readonly [field: string]: FieldChange }
}

/** A page of the history of a record or of a change-set, newest first. */
export interface ChangePage {
  readonly data: readonly RecordChange[]
  readonly meta: {
    /** Pass as `after` for what comes next; null at the end. */
    readonly next: string | null
    readonly titles: Titles
  }
}

/** How many records of a model one act created, edited or removed, of those that the viewer may know of. */
export interface ChangeCount {
  readonly model: string
  readonly act: ChangeAct
  readonly count: number
}

/** A change-set as the history of the project lists it. */
export interface ChangeSet extends ChangeSetHead {
  readonly counts: readonly ChangeCount[]
  /** There are more changes than were counted. */
  readonly isMore: boolean
  /** The first of its changes, to be recognised by. */
  readonly first: Pick<RecordChange, 'model' | 'record' | 'title' | 'act' | 'isThere'> & {
    /** The fields that an edit changed. */
    readonly fields: readonly string[]
  }
}

/** A page of the history of a project, newest first. */
export interface ChangeSetPage {
  readonly data: readonly ChangeSet[]
  readonly meta: {
    readonly next: string | null
    /** Who has changed something that the viewer may know of, of those on this page. */
    readonly people: readonly Actor[]
  }
}

/** What the history of a project is asked for. Everything absent asks for all. */
export interface ChangesQuery {
  /** The id of a person. */
  readonly person?: string
  readonly model?: string
  /** Only with `model`. */
  readonly field?: string
  readonly means?: ChangeMeans
  /** ISO moments; `from` counts, `to` does not. */
  readonly from?: string
  readonly to?: string
  readonly after?: string
  /** 1 to 200; absent: 50. */
  readonly limit?: number
}

/** What the history of a record is asked for. */
export interface RecordHistoryQuery {
  /** Only changes of this field. */
  readonly field?: string
  readonly after?: string
  readonly limit?: number
}

/**
 * Why a record is left as it is by an undo or a change of many. `changed`: somebody has changed the same fields since · `gone`: it is not there any more ·
 * `there`: another record has its key by now · `not_unique`: a value that has to be its own is another's by now · `no_such_record`: what it points to is gone ·
 * `held`: other records point to it · `not_allowed`: the viewer may not · `unreadable`: its values cannot be read any more · `invalid`: its model no longer takes the values.
 */
export const keptReasons = [
  'changed',
  'gone',
  'there',
  'not_unique',
  'no_such_record',
  'held',
  'not_allowed',
  'unreadable',
  'invalid',
] as const

/** One of the reasons why a record is left as it is. */
export type KeptReason = (typeof keptReasons)[number]

/** A record that is left as it is. */
export interface KeptRecord {
  readonly model: string
  readonly record: string
  readonly title: string
  readonly reason: KeptReason
  /** The fields that are the matter; empty: it is the whole record. */
  readonly fields: readonly string[]
  /** What is wrong with them, for `invalid`; absent: the reason says all. */
  readonly code?: ProblemCode
}

/** What a choice of the person does where a value cannot come back: the record is left out, or comes back with the field empty. */
export type UndoChoice = 'leave' | 'clear'

/** What would happen if a change-set were taken back now. */
export interface UndoPreview {
  readonly set: ChangeSetHead
  /** How many changes of it the viewer may know of. */
  readonly total: number
  /** How many of them would be taken back, by what was done: a created record is removed, an edited one set back, a removed one restored. */
  readonly back: readonly ChangeCount[]
  /** How many would be left as they are. */
  readonly keptCount: number
  /** The first of them, at most 100. */
  readonly kept: readonly KeptRecord[]
  /** Records that could come back with a field empty: what `clear` in the undo is for. */
  readonly clearable: number
  /** Nothing is left to be taken back. */
  readonly isDone: boolean
}

/** Which part of a change-set is taken back, and how. */
export interface UndoRequest {
  /** Only these records, with what was removed together with them; absent: all. */
  readonly only?: readonly { readonly model: string; readonly record: string }[]
  /** Absent: `leave`. */
  readonly choice?: UndoChoice
  /** What the step before gave; absent: the first step. */
  readonly next?: string
}

/** How far a change of many records is. It is done in steps: while `next` is not null, ask again with it. */
export interface ManyReply {
  /** The change-set that is being written; null: nothing was written yet. */
  readonly changeSet: string | null
  /** How many records were changed, in all steps so far. */
  readonly done: number
  /** How many were left as they are, in all steps so far. */
  readonly keptCount: number
  /** Those of this step, at most 100. */
  readonly kept: readonly KeptRecord[]
  /** How many are to be gone through in all. */
  readonly total: number
  readonly next: string | null
}

/** Which records a change of many is about: chosen ones, each with what the writer saw of it, or all that a filter finds. */
export type WhichRecords =
  | {
      readonly records: readonly {
        readonly id: string
        /** What the writer saw in the fields that are changed; for a removal, `etag`. */
        readonly base?: AnyRecord
        readonly etag?: string
      }[]
    }
  | {
      readonly filter?: Filter
      readonly q?: string
      /** The moment of the history that `countMany` told: what others changed since then is kept. `*`: whatever others did. */
      readonly asOf: string
    }

/** What a change of many would be about. */
export interface ManyCount {
  /** How many records the filter finds, of those that the viewer may read. */
  readonly found: number
  /** How many of them the viewer may change so. */
  readonly allowed: number
  /** The moment of the history at which this was so. */
  readonly asOf: string
}

/** A removed record that can be restored. */
export interface TrashedRecord {
  readonly set: ChangeSetHead
  readonly record: string
  readonly title: string
  /** How many other records were removed together with it. */
  readonly together: number
  /** The values that it had, of the fields in the list of its model. */
  readonly values: AnyRecord
}

/** A page of the trash of a model, what was removed last first. */
export interface TrashPage {
  readonly data: readonly TrashedRecord[]
  readonly meta: { readonly next: string | null; readonly titles: Titles }
}

/** How long what was changed and what was removed is kept, in days; null: for ever. */
export interface Retention {
  readonly history: number | null
  readonly trash: number | null
}

/** Changes of the children of a record that are saved with it, all or nothing. */
export interface ChildChanges {
  /** The model of the children. */
  readonly model: string
  /** Their relation to the record. */
  readonly field: string
  readonly create?: readonly { readonly values: AnyRecord }[]
  readonly edit?: readonly { readonly id: string; readonly values: AnyRecord; readonly base: AnyRecord }[]
  readonly remove?: readonly { readonly id: string; readonly etag: string }[]
}
