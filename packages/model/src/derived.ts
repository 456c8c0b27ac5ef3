/** Fields whose values are not stored: computed from other fields of the record, or rolled up from the records that point to it. */
import type { ChildPair, Condition } from './condition.ts'
import type { SortedExpression } from './expressions/expression.ts'
import type { Field, FieldDefinition, FieldOptions, ValueOf } from './field-kind.ts'
import type { Filter } from './filter.ts'
import type { Label } from './label.ts'
import type { Model, ModelField } from './model.ts'

/** What is made of the records that point to one. */
export type Aggregate = 'count' | 'sum' | 'min' | 'max' | 'average'

/** What a field is rolled up from. Exactly one of `count`, `sum`, `min`, `max` and `average` is given. */
export interface RollupDefinition {
  /** The model whose records point here; `lines.order` where it points here by several relations. */
  readonly of: string
  /** Which of them; absent: all. */
  readonly where?: Filter
  /** How many they are. */
  readonly count?: true
  /** The field of theirs that is added up; nothing to add is 0. */
  readonly sum?: string
  /** The field of theirs of which the least value counts; empty where there is none. */
  readonly min?: string
  /** The field of theirs of which the greatest value counts; empty where there is none. */
  readonly max?: string
  /** The field of theirs whose values are averaged, rounded half away from zero; empty where there is none. */
  readonly average?: string
}

/** How a derived field comes by its value. */
export type Derived = Computed | Rollup

/** The value is computed from other fields of the same record. */
export interface Computed {
  readonly type: 'computed'
  readonly expression: SortedExpression<ModelField>
  /** The fields that it reads. */
  readonly reads: readonly ModelField[]
}

/** The value is made of the records that point to this one. */
export interface Rollup {
  readonly type: 'rollup'
  readonly of: Model
  /** Each field of theirs with the field here whose value it holds. */
  readonly pairs: readonly ChildPair[]
  readonly aggregate: Aggregate
  /** The field of theirs that counts; absent: the records are counted. */
  readonly field?: ModelField
  /** Which of them count; for one viewer, only those that they may read. */
  readonly condition: Condition
  /** As written: for whoever resolves it for one viewer. */
  readonly where?: Filter
}

/** What may be said of a derived field besides where its value comes from. */
type DerivedOptions = Pick<FieldOptions, 'help' | 'hidden' | 'searchable' | 'sensitive'> & { readonly label?: Label }

type ComputedField<As> = Omit<As, 'required'> & {
  readonly kind: string
  readonly computed: string
  readonly readOnly: true
}

/**
 * Describes a field that is computed from others of its record: `computed({ from: 'price * quantity', as: decimal({ scale: 2 }) })`.
 * It costs a calculation a record; filters and sorts by it look at every record.
 */
export function computed<const As extends FieldDefinition>({
  from,
  as,
  ...options
}: DerivedOptions & { readonly from: string; readonly as: As }): ComputedField<As> {
  return { ...as, ...options, computed: from, readOnly: true }
}

type RolledUp<Given> = Given extends { readonly as: infer As }
  ? ValueOf<As>
  : Given extends { readonly count: true }
    ? number
    : number | string

type RollupOptions<Given> = { readonly kind: string; readonly readOnly: true } & (Given extends
  | { readonly count: true }
  | { readonly sum: string }
  ? { readonly required: true }
  : unknown)

/**
 * Describes a field that is rolled up from the records that point to this one: `rollup({ of: 'lines', sum: 'amount' })`.
 * On a page it costs one question for all of its records; filters and sorts by it ask for every record of the list,
 * so that on long lists it is better to store the value. `as`: what sort of field it is; absent: as the field that it is made of.
 */
export function rollup<
  const Given extends DerivedOptions & Omit<RollupDefinition, 'where'> & { readonly as?: FieldDefinition },
>(given: Given & { readonly where?: Filter }): Field<RolledUp<Given>, RollupOptions<Given>> {
  const { of, where, count, sum, min, max, average, as, ...options } = given
  const made = { of, ...pick({ where, count, sum, min, max, average }) }
  const isFilled = count === true || sum !== undefined
  const field = {
    ...(as ?? { kind: '' }),
    ...options,
    rollup: made,
    readOnly: true,
    ...(isFilled ? { required: true } : {}),
  }
  return field as unknown as Field<RolledUp<Given>, RollupOptions<Given>>
}

function pick<Of extends object>(of: Of): Partial<Of> {
  return Object.fromEntries(Object.entries(of).filter(([, value]) => value !== undefined)) as Partial<Of>
}

/** Whether a field has no column of its own. */
export function isDerived({ options }: Pick<ModelField, 'options'>): boolean {
  return options.computed !== undefined || options.rollup !== undefined
}

/** Whether asking for a field asks for other records: such fields are read for a page once it is cut. */
export function isOfOthers({ derived }: ModelField): boolean {
  if (derived === undefined) return false
  return derived.type === 'rollup' || derived.reads.some(isOfOthers)
}
