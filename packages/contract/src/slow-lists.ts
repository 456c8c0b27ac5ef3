/** Lists that took too long or have no index behind them, as their owners are told of them. */
import type { FilterOperator, Label } from '@haykal/model'

/**
 * How records are found, or put in order: `index`: by an index · `none`: without, though there could be one · `texts`: by looking into texts, where
 * none would be of use · `never`: in another way in which none would be, such as by what is calculated.
 */
export type HowFound = 'index' | 'none' | 'texts' | 'never'

/** What is asked of a field; no value is ever told. */
export interface SlowListTest {
  /** The labels of the fields on the way. */
  readonly path: readonly Label[]
  /** `some` and `none`: whether records point back. */
  readonly operator: FilterOperator | 'some' | 'none'
  readonly how: HowFound
}

/** An index that would help, as a step to take. */
export interface IndexStep {
  readonly model: string
  /** What stands in `indexes` of the model: fields, `-` in front for descending. */
  readonly terms: readonly string[]
  /** The model has `indexes` already, to which they are added. */
  readonly isAddition?: true
  /** What to run in the database, where that is somebody else's; absent: the tables are made from the models. */
  readonly statements?: readonly string[]
}

/** A list that was asked for, whatever the values were. */
export interface SlowList {
  readonly model: string
  readonly tests: readonly SlowListTest[]
  /** Words were searched for as well. */
  readonly isSearched: boolean
  readonly sort: readonly { readonly path: readonly Label[]; readonly descending: boolean }[]
  readonly sorted: HowFound
  /** How often it was slow since the server started, and how often it could not be shown whole; 0: it only lacks an index. */
  readonly times: number
  readonly bounded: number
  /** Milliseconds that the longest took. */
  readonly longest: number
  /** When it was so last. */
  readonly at: string
  /** How many records the model has; null: that would take too long. */
  readonly count: number | null
  /** What the database did, step by step, in its own words; empty: not known yet. */
  readonly plan: readonly string[]
  readonly steps: readonly IndexStep[]
  /** Views that would gain: those that this owner is told of by name, and how many others there are. */
  readonly views: readonly { readonly id: string; readonly name: string }[]
  readonly otherViews: number
}

/** The slowest first. */
export interface SlowListsReply {
  readonly lists: readonly SlowList[]
}
