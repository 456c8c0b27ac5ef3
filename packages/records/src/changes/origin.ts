/** Where an act comes from: what its change-set tells beside what was changed. */
import type { ChangeMeans } from '@haykal/contract'
import type { Label } from '@haykal/model'

/** How an act came in. */
export interface Origin {
  readonly means: ChangeMeans
  /** The id of the request; absent: it came by none. */
  readonly request?: string
  /** A key that makes a retry of the same request harmless, with what was asked; absent: each request counts. */
  readonly once?: { readonly key: string; readonly asked: string }
  /** The label of the action; absent: it is none. */
  readonly action?: Label
  /** The change-set that is taken back; absent: none. */
  readonly undoes?: string
}
