/** What a field kind is: the small object that the database, the API, forms, search, import and export ask. */
import type { Column } from './column.ts'
import type { RollupDefinition } from './derived.ts'
import type { Json, JsonSchema } from './json.ts'
import type { Label } from './label.ts'
import type { Fault, Parsed } from './problem.ts'

/** The questions that a filter can ask of a field. */
export const filterOperators = [
  'eq',
  'ne',
  'gt',
  'gte',
  'lt',
  'lte',
  'in',
  'nin',
  'contains',
  'startsWith',
  'endsWith',
  'between',
  'isNull',
] as const

/** One question that a filter can ask of a field. */
export type FilterOperator = (typeof filterOperators)[number]

/** Every way in which a relation takes it that the record it points to is to be removed. */
export const onRemoveWays = ['restrict', 'cascade', 'clear'] as const

/** What becomes of a record when the one that it points to is removed: it keeps that from happening, is removed too, or points to nothing any more. */
export type OnRemove = (typeof onRemoveWays)[number]

/** What every field can be told, whatever its kind. */
export interface FieldOptions {
  /** What people call it; absent: made from the name. */
  readonly label?: Label
  /** One sentence shown under the input. */
  readonly help?: Label
  /** An example or a hint inside of the empty input; absent: none, or what the kind itself says there. */
  readonly placeholder?: Label
  /** Must have a value; absent: may be empty (null). */
  readonly required?: boolean
  /** No two records share a value. */
  readonly unique?: boolean
  /** Set by the system, never by people. */
  readonly readOnly?: boolean
  /** The value of a new record where none is given; `$now` and `$today` are the moment of creation. */
  readonly default?: Json
  /** The search box looks into it; absent: only where it is the title. */
  readonly searchable?: boolean
  /** Not to be shown or logged without need. */
  readonly sensitive?: boolean
  /** The column's name in the table; absent: the field's name. */
  readonly column?: string
  /** The database gives the value when a record is made (an automatic key). */
  readonly generated?: boolean
  /** A key that may come to mean another record in time, such as the number of a row: addresses never mistake it for a lasting one. */
  readonly passing?: boolean
  /** The database has no way to compare its values: lists cannot be sorted by it, filters cannot ask for what is equal or greater. */
  readonly incomparable?: boolean
  /** Not stored: the expression that gives the value, from other fields of the record (`computed`). */
  readonly computed?: string
  /** Not stored: made of the records that point to this one (`rollup`). */
  readonly rollup?: RollupDefinition
  /** Left out of lists and pages, as it tells people nothing; absent: shown. */
  readonly hidden?: boolean
}

/** A field as a project writes it: the kind's name and its options. Plain data that survives JSON. */
export interface FieldDefinition extends FieldOptions {
  readonly kind: string
}

declare const valueType: unique symbol

/** A field definition that remembers, for the compiler only, the type of its values. */
export type Field<Value, Options> = Readonly<Options> & { readonly kind: string; readonly [valueType]?: Value }

/** The type of a field's values, null apart. */
export type ValueOf<F> = F extends { readonly [valueType]?: infer Value } ? Exclude<Value, undefined> : never

/**
 * How a kind of field behaves. Callers ask the kind; nobody compares its name.
 * Values are never null here: emptiness is the field's affair (`required`), not the kind's.
 */
export interface FieldKind<Value extends Json = Json, Options extends FieldOptions = FieldOptions> {
  /** The name in field definitions. */
  readonly kind: string
  /** Which column holds the values. */
  column(options: Options): Column
  /** Whether an input besides null and blank text means that there is no value, as an empty list may; absent: none does. */
  isNothing?(input: Json): boolean
  /** A value from JSON that came from outside, in its one proper form; says nothing of limits, so that filters may ask beyond them. */
  parse(input: Json, options: Options): Parsed<Value>
  /** Whether a value keeps the limits of the options (length, range); absent: the kind has none. */
  check?(value: Value, options: Options): Fault | undefined
  /** A value as plain text: for CSV, search and clipboards; the same in every language. */
  toText(value: Value, options: Options): string
  /** What people read for a value where that is not its text; absent, or undefined: its text. */
  labelOf?(value: Value, options: Options): Label | undefined
  /** The value that a text stands for: the other half of `toText`, forgiving about spaces and digits of other scripts. */
  fromText(text: string, options: Options): Parsed<Value>
  /** Which questions make sense. `isNull` is added where the field may be empty. */
  readonly filters: readonly FilterOperator[]
  /** What the values look like, for the OpenAPI document. */
  jsonSchema(options: Options): JsonSchema
  /** Whether lists can be sorted by it; absent: yes. */
  readonly sortable?: boolean
  /** Values are short words that people look up as in a dictionary: lists sort them without case, accents and forms of letters. Absent: by their characters. */
  readonly sortsAsWords?: boolean
  /** How the search box looks for a text in it: inside the text, or by equality with what `fromText` reads; absent: not at all. */
  readonly searchedBy?: 'contains' | 'equals'
  /** A part of a value as it is read and typed, in the form in which values are stored, to look for it inside of them; absent: as it is typed. */
  asPart?(text: string): string
  /** Left out of lists unless asked for, being large; absent: no. */
  readonly bulky?: boolean
  /** The name of the model that a value is a key of; absent: the value stands for itself. */
  references?(options: Options): string
  /** For kinds with `references`: the field of the other model whose value is held; absent: its key. */
  referencedField?(options: Options): string | undefined
  /** For kinds with `references`: the same values as mere keys, for people who may not know of the other model. */
  withoutReference?(options: Options): FieldDefinition
  /** For kinds with `references`: what becomes of the record when the one that it points to is removed; absent: the database decides, and ours keep what is pointed to. */
  onRemove?(options: Options): OnRemove | undefined
  /** What is wrong with the options themselves, each as one sentence for the developer; absent: nothing can be. */
  checkOptions?(options: Options): readonly string[]
}

/** All field kinds by name: the registry that resolving models needs. */
export type FieldKinds = { readonly [kind: string]: FieldKind }

/** A function that writes field definitions of one kind: `text({ required: true })`. */
export function fieldOf<Value extends Json, Options extends FieldOptions>(kind: FieldKind<Value, Options>) {
  return <const Given extends Options>(options?: Given): Field<Value, Given> =>
    ({ ...options, kind: kind.kind }) as Field<Value, Given>
}

/** `toText` of a kind whose values are texts, and the same text to everybody: a database may then give the stored text for it. */
export function textItself(value: string): string {
  return value
}

/** The fault of a value of the wrong JSON type. */
export function wrongType(expected: string): { readonly ok: false; readonly fault: Fault } {
  return { ok: false, fault: { code: 'wrong_type', params: { expected } } }
}
