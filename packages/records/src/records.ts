/** The door to a project's records: every read and write goes through here, on behalf of one viewer, under the rules. */
import type {
  ChangePage,
  ChangeSet,
  ChangeSetPage,
  ChangesQuery,
  ChildChanges,
  ListQuery,
  ManyCount,
  ManyReply,
  RecordHistoryQuery,
  RecordPage,
  RecordReply,
  TrashPage,
  UndoPreview,
  UndoRequest,
  Written,
} from '@haykal/contract'
import type { AnyRecord, Explanation } from '@haykal/model'
import type { RestoreRequest } from './history/restore-version.ts'
import type { ActionRequest } from './hooks/run-action.ts'
import type { ImportReport, ImportRequest } from './import/import-request.ts'
import type { ManyRequest } from './many/change-many.ts'
import type { CountRequest } from './many/count-many.ts'
import type { WrittenReply } from './written-reply.ts'

/** What an edit wants, and what it is based on. */
export interface EditRequest {
  readonly values: AnyRecord
  /** What the writer saw in each field that `values` touches. Absent: refused with `base_required`. */
  readonly base?: AnyRecord | undefined
  /** The ETag that the whole record must still have; absent: only `base` counts. */
  readonly ifMatch?: string
  /** What becomes of its children, all or nothing with it; absent: nothing. */
  readonly children?: readonly ChildChanges[]
}

/**
 * The records of a project as one viewer may see and change them. What one call of a method changes is one change-set.
 * Every method throws `HaykalError`: `not_found` for what is not there or not to be known of, `not_allowed`, `malformed`, `invalid` with all problems.
 */
export interface Records {
  list(model: string, query?: ListQuery): Promise<RecordPage>
  /** The same as JSON, which takes less time than reading it and writing it once more. */
  listAsJson(model: string, query?: ListQuery): Promise<WrittenReply<RecordPage>>
  read(model: string, id: string): Promise<RecordReply>
  /** The bytes that a record holds in one field. Throws `not_found` where there are none, too. */
  readBytes(model: string, id: string, field: string): Promise<Uint8Array>
  /** Which rule lets the viewer edit or remove a record, or keeps them from it; of what they may not know of it says nothing. */
  explain(model: string, id: string, act: string): Promise<Explanation>
  /** `children` are created with it, all or nothing; absent: none. */
  create(model: string, values: AnyRecord, children?: readonly ChildChanges[]): Promise<RecordReply>
  /** Throws `conflict` when others changed the same fields since `base`; edits of other fields are merged. */
  edit(model: string, id: string, request: EditRequest): Promise<RecordReply>
  /** `ifMatch` is an ETag or `*`; throws `conflict` when the record is no longer the same, `still_referred_to` when others need it. */
  remove(model: string, id: string, ifMatch: string): Promise<Written>
  /** How many records a change of many would be about. */
  countMany(model: string, request: CountRequest): Promise<ManyCount>
  /** Edits or removes many records, one step at a time. */
  changeMany(model: string, request: ManyRequest): Promise<ManyReply>
  /** Imports rows, each as a new record or as an edit. Throws `malformed` for columns that fit nowhere; rows that do not go in are told one by one. */
  import(model: string, request: ImportRequest): Promise<ImportReport>
  /** Runs an action of the project. Throws `project_failed` where that failed. */
  runAction(model: string, request: ActionRequest): Promise<Written>
  /** What was changed in a record, newest first. */
  history(model: string, id: string, query?: RecordHistoryQuery): Promise<ChangePage>
  /** Gives a record the values of a version of it. Throws `conflict` as `edit` does. */
  restore(model: string, id: string, request: RestoreRequest): Promise<RecordReply>
  trash(model: string, query?: Pick<ChangesQuery, 'after' | 'limit'>): Promise<TrashPage>
  /** Forgets the values of removed records for ever. For owners; whoever calls this has made sure. */
  emptyTrash(model: string, which: { readonly records?: readonly string[] }): Promise<number>
  /** What was changed in all models, as change-sets, newest first. */
  changes(query?: ChangesQuery): Promise<ChangeSetPage>
  readChanges(
    changeSet: string,
    query?: Pick<ChangesQuery, 'after' | 'limit'>,
  ): Promise<ChangePage & { readonly set: ChangeSet }>
  previewUndo(changeSet: string): Promise<UndoPreview>
  /** Takes a change-set back, one step at a time. */
  undo(changeSet: string, request?: UndoRequest): Promise<ManyReply>
}
