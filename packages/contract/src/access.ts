/** Who may do what, as owners look over it and ask why. */
import type { Explanation, ToldRights } from '@haykal/model'
import type { ModelClosed } from './messages.ts'

/** What every role may do with the records of a model. */
export interface ModelRights {
  /** The ready-made roles first, then those of the project, at last whoever is not signed in. */
  readonly roles: readonly ToldRights[]
}

/** A question: may this person, or whoever has this role, do this? It stands in an address as it is. */
export interface AccessQuery {
  /** The id of a person; absent: `role` is asked about. */
  readonly person?: string
  readonly role?: string
  readonly act: Explanation['act']
  readonly model: string
  /** The id of a record; absent: any. */
  readonly id?: string
  /** Absent: the record as a whole. */
  readonly field?: string
}

/** The answer. */
export interface AccessReply {
  readonly explanation: Explanation
  /** Whom it is about; absent: a role. */
  readonly person?: AskedPerson
  /** What the record is called; absent: none was asked about, or it has no title. */
  readonly title?: string
  /** Why nobody can change the records of the model, whatever the rules say; absent: they are open. */
  readonly closed?: ModelClosed
}

/** A person who was asked about. */
export interface AskedPerson {
  readonly id: string
  readonly name: string
  /** May not sign in, and so may do nothing. */
  readonly isSuspended: boolean
}
