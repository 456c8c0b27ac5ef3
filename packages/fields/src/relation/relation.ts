/** A pointer to one record of another model. */
import { type Field, type FieldKind, type FieldOptions, type Json, type OnRemove, onRemoveWays } from '@haykal/model'
import { checkDefault } from '../check-options.ts'
import { integerKind } from '../integer/integer.ts'
import { textKind } from '../text/text.ts'

/** The options of a relation. */
export interface RelationOptions extends FieldOptions {
  /** The name of the model that is pointed to. */
  readonly to: string
  /** What the keys there are, or the values of `toField`; absent: integers. */
  readonly keyKind?: 'integer' | 'text'
  /** The field of the other model whose value is held, which no two records there share; absent: its key. */
  readonly toField?: string
  /** What becomes of this record when the one that it points to is removed; absent: `restrict`, which keeps it from being removed. */
  readonly onRemove?: OnRemove
}

/** The kind that each sort of key is read by. */
const keyKinds = { integer: integerKind, text: textKind } as const

/** How a relation behaves: its value is the key of the record that it points to, or what `toField` names instead. */
export const relationKind: FieldKind<number | string, RelationOptions> = {
  kind: 'relation',
  filters: ['eq', 'ne', 'in', 'nin'],
  column: (options) => keyKindOf(options).column(options),
  parse: (input: Json, options) => keyKindOf(options).parse(input, options),
  toText: (value) => String(value),
  fromText: (text, options) => keyKindOf(options).fromText(text, options),
  jsonSchema: (options) => ({
    ...(options.keyKind === 'text' ? { type: 'string' } : integerKind.jsonSchema({})),
    description:
      options.toField === undefined
        ? `The key of a record of ${options.to}.`
        : `The ${options.toField} of a record of ${options.to}.`,
  }),
  references: (options) => options.to,
  referencedField: (options) => options.toField,
  onRemove: (options) => options.onRemove,
  withoutReference: ({ to: _, toField: __, onRemove: ___, keyKind = 'integer', ...options }) => ({
    ...options,
    kind: keyKinds[keyKind].kind,
  }),
  checkOptions(options) {
    const { to, keyKind, toField } = options
    if (typeof to !== 'string' || to === '') return ['to is missing: name the model that the relation points to']
    if (toField !== undefined && (typeof toField !== 'string' || toField === '')) {
      return [`toField is ${JSON.stringify(toField)}: name a field of ${to}, or leave it out for the key`]
    }
    const { onRemove, required } = options
    if (onRemove !== undefined && !onRemoveWays.includes(onRemove)) {
      return [`onRemove is ${JSON.stringify(onRemove)}: give one of ${onRemoveWays.join(', ')}`]
    }
    if (onRemove === 'clear' && required === true) {
      return ['onRemove is "clear", and the field is required: give "restrict" or "cascade", or let the field be empty']
    }
    return keyKind === undefined || Object.hasOwn(keyKinds, keyKind)
      ? checkDefault(relationKind, options)
      : [`keyKind is ${JSON.stringify(keyKind)}: keys are "integer" or "text"`]
  },
}

type KeyOf<Given> = Given extends { readonly keyKind: 'text' } ? string : number

/** Describes a relation: `relation({ to: 'authors' })`. */
export const relation = <const Given extends RelationOptions>(options: Given): Field<KeyOf<Given>, Given> =>
  ({ ...options, kind: 'relation' }) as Field<KeyOf<Given>, Given>

function keyKindOf(options: RelationOptions): FieldKind<number | string> {
  return keyKinds[options.keyKind ?? 'integer'] as FieldKind<number | string>
}
