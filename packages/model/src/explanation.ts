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
      /** What is known of whoever it is about that it is compared with; absent: nothing. */
      readonly mine?: readonly ToldAttribute[]
      /** They do not have it, so that it cannot hold. */
      readonly isUnknown?: true
      /** It compares days or moments, which come before and after; a value may be told from the present (`$today`). */
      readonly isOfMoments?: true
    }
  | {
      readonly type: 'children'
      /** The relations to the record that they point to; absent: none. */
      readonly path?: readonly Label[]
      /** What several of the records that point there are called. */
      readonly children: Label
      /** What has to hold of one of them, or of none; absent: whichever they are. */
      readonly of?: ToldCondition
      /** There are none. */
      readonly isNone?: true
    }
  /** Something that the person who is told may not know of. */
  | { readonly type: 'hidden' }

/** Something that is known of people. */
export interface ToldAttribute {
  readonly name: string
  /** Absent: one that every person has. */
  readonly label?: Label
}

/** Whom an explanation is about: one person, by name, or whoever has the role. */
export type ToldAbout = { readonly type: 'person'; readonly name: string } | { readonly type: 'role' }

/** A field and what is in it; null: nothing. */
export interface ToldFact {
  readonly field: Label
  readonly value: Label | null
}

/** Which rule decides, and how. */
export interface Explanation {
  /**
   * `all`: every record · `none`: no record · `some`: those for which `condition` holds · `field`: a field that the role does not set ·
   * `hidden`: a field that does not exist for the role · `fixed`: a field that nobody sets.
   */
  readonly code: 'all' | 'none' | 'some' | 'field' | 'hidden' | 'fixed'
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
  /** Of `field` and `fixed`: which one. Of `hidden` too, where whoever is told may know of it. */
  readonly field?: Label
  /** Absent: whoever is told. */
  readonly about?: ToldAbout
}

/** On which records an act is allowed. */
export interface ToldReach {
  readonly code: 'all' | 'none' | 'some'
  /** Of `some`: what has to hold. */
  readonly condition?: ToldCondition
}

/** What the rules of a model say to a role, whoever has it. */
export interface ToldRights {
  readonly role: string
  /** Absent: as its name says. */
  readonly roleLabel?: Label
  /** The model says nothing of the role, which so has what it is like. */
  readonly isDefault: boolean
  readonly acts: { readonly [act in Explanation['act']]: ToldReach }
  /** Fields that do not exist for the role. */
  readonly hidden: readonly Label[]
  /** Fields that the role sees and never sets. */
  readonly readOnly: readonly Label[]
  /** The only fields that the role sets in a new record; absent: all that can be set. */
  readonly createOnly?: readonly Label[]
  /** The only fields that the role sets in a record that is there; absent: all that can be set. */
  readonly editOnly?: readonly Label[]
}
