/** A question about records that is ready to be asked: every path resolved, every value parsed. Filters and rules both become this. */
import type { FilterOperator } from './field-kind.ts'
import type { Json } from './json.ts'
import type { Model, ModelField } from './model.ts'

/** One question about one field. */
export interface FieldTest {
  readonly type: 'test'
  readonly field: ModelField
  readonly operator: FilterOperator
  readonly value: Json
}

/** A question about one field that compares it with what is known of whoever asks, or with their present moment: not ready until it is bound to a viewer. */
export interface MyTest {
  readonly type: 'my-test'
  readonly field: ModelField
  readonly operator: FilterOperator
  /** As written, with `$me`, `$me.NAME` and `$today` in it. */
  readonly value: Json
}

/** A field of a record that points here, and the field here whose value it holds. */
export interface ChildPair {
  readonly child: ModelField
  readonly parent: ModelField
}

/** A tree of tests. `all` of nothing is true of every record; `any` of nothing is true of none. `Leaf`: what else it may end in. */
export type Condition<Leaf = never> =
  | { readonly type: 'all'; readonly of: readonly Condition<Leaf>[] }
  | { readonly type: 'any'; readonly of: readonly Condition<Leaf>[] }
  | { readonly type: 'not'; readonly of: Condition<Leaf> }
  | FieldTest
  | {
      /** The record that `field` points to satisfies `of`. */
      readonly type: 'through'
      readonly field: ModelField
      readonly to: Model
      readonly of: Condition<Leaf>
    }
  | {
      /** Some record of `children` that points here satisfies `of`. */
      readonly type: 'children'
      readonly children: Model
      readonly pairs: readonly ChildPair[]
      readonly of: Condition<Leaf>
    }
  | Leaf

/** One question of the search box about some texts of a record: whether one of them, as `searchText` makes it, has one of the patterns in it. */
export interface FoundTest {
  readonly type: 'found'
  /** Whose records are asked. */
  readonly of: Model
  /** Fields of it that are kept to be searched (`hasSearchText`) or, where there is a `ground`, that are found by a part of them. */
  readonly fields: readonly ModelField[]
  /** What to find: `wordPatterns`. */
  readonly patterns: readonly string[]
  /** Where it is looked for in a table that keeps nothing to be searched, as it is somebody else's; of no fields and patterns, whether it is looked at. Absent: in what is kept beside each text. */
  readonly ground?: SearchGround
}

/** Where texts of a table that is somebody else's are looked for, at one moment. */
export interface SearchGround {
  /** The name under which each row has a number; absent: none does. */
  readonly number?: string
  /** The index of them in a file beside; absent: there is none yet, or there can be none, and texts are gone through. */
  readonly index?: {
    readonly name: string
    /** The columns of the table that it is of, in the order of its own. */
    readonly columns: readonly string[]
    /** Rows may have changed since: what it finds is looked at once more. */
    readonly isStale: boolean
  }
  /** Rows with higher numbers are not looked at; absent: all are. */
  readonly upTo?: bigint
  /** So many rows are looked at, those that come first in the table; absent: all. */
  readonly first?: number
}

/** A condition that may ask what a search finds: what a list is before it becomes a statement. */
export type ListCondition = Condition<FoundTest>

/** A condition that may ask for what is known of a viewer: what a rule is before anyone asks. */
export type RuleCondition = Condition<MyTest>

/** Whatever else a condition may end in. */
type AnyCondition = Condition<FoundTest | MyTest>

/** True of every record. */
export const everything: Condition = { type: 'all', of: [] }

/** True of no record. */
export const nothing: Condition = { type: 'any', of: [] }

/** Both of two conditions, without piling up empty ones. */
export function both(first: Condition, second: Condition): Condition
export function both(first: ListCondition, second: ListCondition): ListCondition
export function both(first: ListCondition, second: ListCondition): ListCondition {
  if (isEverything(first)) return second
  if (isEverything(second)) return first
  return { type: 'all', of: [first, second] }
}

/** The parts of a condition that must all hold; none of one that lets every record pass. */
export function conjuncts<Whole extends AnyCondition>(condition: Whole): readonly Whole[] {
  return condition.type === 'all' ? condition.of.flatMap((part) => conjuncts(part as Whole)) : [condition]
}

/** Whether a condition lets every record pass without looking at it. */
export function isEverything(condition: AnyCondition): boolean {
  return condition.type === 'all' && condition.of.every(isEverything)
}

/** Whether a condition lets no record pass, whatever is in it. */
export function isNothing(condition: RuleCondition): boolean {
  return condition.type === 'any' && condition.of.every(isNothing)
}
