/** Why somebody may or may not do something: the deciding rule as data, of which each language makes a sentence. */
import type { FilterOperator } from './field-kind.ts'
import type { Label } from './label.ts'

/** A condition in words: labels of fields and values. */
export type ToldCondition =
  | { readonly type: 'all' | 'any'; readonly of: readonly ToldCondition[] }
  | { readonly type: 'not'; readonly of: ToldCondition }
  | {
      readonly type: 'test'
      /** The relations on the way, then the field. */
      readonly path: readonly Label[]
      readonly operator: FilterOperator
      /** What it is compared with; null: with nothing at all. */
      readonly values: readonly (Label | null)[]
      /** The attributes of whoever asks that it is compared with; absent: none. */
      readonly mine?: readonly string[]
      /** They do not have them, so that it cannot hold. */
      readonly isUnknown?: true
    }
  /** Something that the person who is told may not know of. */
  | { readonly type: 'hidden' }

/** A field and what is in it; null: nothing. */
export interface ToldFact {
  readonly field: Label
  readonly value: Label | null
}

/** Which rule decides, and how. */
export interface Explanation {
  /**
   * `all`: every record · `none`: no record · `some`: those for which `condition` holds · `field`: a field that the role does not set ·
   * `hidden`: a field that does not exist for the role.
   */
  readonly code: 'all' | 'none' | 'some' | 'field' | 'hidden'
  readonly isAllowed: boolean
  readonly role: string
  /** What people call the role; absent: as its name says. */
  readonly roleLabel?: Label
  readonly act: 'read' | 'create' | 'edit' | 'remove'
  /** What several records are called. */
  readonly models: Label
  /** Of `some`: what has to hold; where it was refused, the parts of it that do not hold. */
  readonly condition?: ToldCondition
  /** What the record that was asked about has where the condition asks. */
  readonly facts?: readonly ToldFact[]
  /** The facts are those of the record as it would have become. */
  readonly isAfter?: true
  /** Of `field`: which one. */
  readonly field?: Label
}
