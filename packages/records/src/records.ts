/** The door to a project's records: every read and write goes through here, on behalf of one viewer, under the rules. */
import type { ListQuery, RecordPage, RecordReply } from '@haykal/contract'
import type { AnyRecord, Explanation } from '@haykal/model'

/** What an edit wants, and what it is based on. */
export interface EditRequest {
  readonly values: AnyRecord
  /** What the writer saw in each field that `values` touches. Absent: refused with `base_required`. */
  readonly base?: AnyRecord
  /** The ETag that the whole record must still have; absent: only `base` counts. */
  readonly ifMatch?: string
}

/**
 * The records of a project as one viewer may see and change them.
 * Every method throws `HaykalError`: `not_found` for what is not there or not to be known of, `not_allowed`, `malformed`, `invalid` with all problems.
 */
export interface Records {
  list(model: string, query?: ListQuery): Promise<RecordPage>
  read(model: string, id: string): Promise<RecordReply>
  /** The bytes that a record holds in one field. Throws `not_found` where there are none, too. */
  readBytes(model: string, id: string, field: string): Promise<Uint8Array>
  /** Which rule lets the viewer edit or remove a record, or keeps them from it; of what they may not know of it says nothing. */
  explain(model: string, id: string, act: string): Promise<Explanation>
  create(model: string, values: AnyRecord): Promise<RecordReply>
  /** Throws `conflict` when others changed the same fields since `base`; edits of other fields are merged. */
  edit(model: string, id: string, request: EditRequest): Promise<RecordReply>
  /** `ifMatch` is an ETag or `*`; throws `conflict` when the record is no longer the same, `still_referred_to` when others need it. */
  remove(model: string, id: string, ifMatch: string): Promise<void>
}
