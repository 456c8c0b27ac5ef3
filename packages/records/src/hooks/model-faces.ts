/** What a project adds to a model on the server, as the core runs it: hooks around every save, and actions. */
import type { AnyRecord, Filter, Json, Label, RoleName, Viewer } from '@haykal/model'
import type { TrustedRecords } from './trusted-records.ts'

/** What a hook is told beside the record. */
export interface Saving {
  readonly act: 'create' | 'edit'
  /** The record as it was, every stored field of it; null for a new one. */
  readonly before: AnyRecord | null
  /** Who saves. */
  readonly viewer: Viewer
  /** The records of the project within the change-set, whatever the rules say. */
  readonly records: TrustedRecords
}

/** Functions around every save of a record, whichever door it comes through; undo and the trash put back what was there, and ask none. */
export interface Hooks {
  /** May change what is about to be stored, or throw to refuse it. Fields that are not in the draft stay as they are. */
  beforeSave?(draft: { [field: string]: Json }, saving: Saving): void | Promise<void>
  /** May change other records; all of it is one change-set. */
  afterSave?(record: AnyRecord, saving: Saving): void | Promise<void>
}

/** What an action is given. */
export interface Running {
  /** The records that it runs on, every stored field of them. */
  readonly records: readonly AnyRecord[]
  readonly viewer: Viewer
  readonly trusted: TrustedRecords
}

/** A named act on records. */
export interface Action {
  readonly label: Label
  readonly icon?: string
  /** Which records it is for; absent: any. */
  readonly when?: Filter
  /** The roles that may run it on whatever they may read; absent: whoever may edit the record. */
  readonly allowed?: readonly RoleName[]
  run(running: Running): void | Promise<void>
}

/** The server face of a model, apart from its rules. */
export interface ModelFaces {
  readonly hooks: Hooks
  readonly actions: ReadonlyMap<string, Action>
}
