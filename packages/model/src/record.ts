/** The one file of clever types: what the records, drafts, filters and sorts of a model look like to the compiler. */
import type { FieldDefinitions, ModelDefinition } from './define-model.ts'
import type { FieldOptions, ValueOf } from './field-kind.ts'
import type { Json } from './json.ts'
import type { MeReference } from './me-reference.ts'

/** A record whose model is not known to the compiler. */
export type AnyRecord = { readonly [field: string]: Json }

/** The fields of a model definition, with the `id` that a model without a key of its own gets. */
export type FieldsOf<M extends ModelDefinition> =
  M extends ModelDefinition<string, infer Fields, infer Key>
    ? 'id' extends Key
      ? Fields extends { readonly id: unknown }
        ? Fields
        : Fields & ImplicitKey
      : Fields
    : never

type ImplicitKey = {
  readonly id: { readonly kind: 'integer'; readonly required: true; readonly generated: true } & HasValue<number>
}
type HasValue<Value> = import('./field-kind.ts').Field<Value, FieldOptions>

type ReadValue<F> = F extends { readonly required: true } ? ValueOf<F> : ValueOf<F> | null

/** A record of a model: `RecordOf<typeof order>`. Fields that are not required may be null. */
export type RecordOf<M extends ModelDefinition> = {
  readonly [Name in keyof FieldsOf<M>]: ReadValue<FieldsOf<M>[Name]>
}

type NeededOnCreate<Fields> = {
  [Name in keyof Fields]: Fields[Name] extends { readonly required: true }
    ? Fields[Name] extends { readonly default: Json } | { readonly generated: true } | { readonly readOnly: true }
      ? never
      : Name
    : never
}[keyof Fields]

type Writable<Fields> = {
  [Name in keyof Fields]: Fields[Name] extends { readonly readOnly: true } | { readonly generated: true } ? never : Name
}[keyof Fields]

/** What a new record of a model needs and may have. */
export type NewRecordOf<M extends ModelDefinition> = {
  readonly [Name in NeededOnCreate<FieldsOf<M>>]: ReadValue<FieldsOf<M>[Name]>
} & { readonly [Name in Writable<FieldsOf<M>>]?: ReadValue<FieldsOf<M>[Name]> }

/** What an edit of a record of a model may touch. */
export type EditOf<M extends ModelDefinition> = {
  readonly [Name in Writable<FieldsOf<M>>]?: ReadValue<FieldsOf<M>[Name]>
}

/** The values of a field that is not known to the compiler may be anything. */
type Known<Value> = [Value] extends [never] ? Json : Value

type Comparison<Value> = {
  readonly eq?: Value | MeReference | null
  readonly ne?: Value | MeReference | null
  readonly gt?: Value | MeReference
  readonly gte?: Value | MeReference
  readonly lt?: Value | MeReference
  readonly lte?: Value | MeReference
  readonly in?: MeReference | readonly (Value | MeReference | null)[]
  readonly nin?: MeReference | readonly (Value | MeReference | null)[]
  readonly contains?: string
  readonly startsWith?: string
  readonly endsWith?: string
  readonly between?: readonly [Value | MeReference, Value | MeReference]
  readonly isNull?: boolean
}

/** A filter over the records of a model: exact for its own fields, open for paths through relations (`'customer.country'`). */
export type FilterOf<M extends ModelDefinition> =
  | { readonly and: readonly FilterOf<M>[] }
  | { readonly or: readonly FilterOf<M>[] }
  | { readonly not: FilterOf<M> }
  | ({ readonly [Name in keyof FieldsOf<M>]?: Comparison<Known<ValueOf<FieldsOf<M>[Name]>>> } & {
      readonly [path: `${string}.${string}`]: Comparison<Json>
    })

/** A sort term over the records of a model: a field, or a path through a relation; `-` in front for descending. */
export type SortOf<M extends ModelDefinition> =
  | (keyof FieldsOf<M> & string)
  | `-${keyof FieldsOf<M> & string}`
  | `${string}.${string}`

/** Fields by name with their exact types, for code that is generic over models. */
export type AnyModel = ModelDefinition<string, FieldDefinitions, string>
