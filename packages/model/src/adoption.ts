/** What became of a database that somebody else made: each object in it, what it was taken for, every doubt, and what its owner corrects. */

import type { ModelDefinition } from './define-model.ts'
import type { FieldDefinition } from './field-kind.ts'
import type { Label } from './label.ts'

/** Every doubt that adopting a database can leave. The message catalogues hold a text for each, which says what would help. */
export const doubtCodes = [
  'view_read_only',
  'view_without_key',
  'view_key_guessed',
  'broken',
  'key_is_row_number',
  'key_unsound',
  'no_key',
  'virtual_read_only',
  'shadow',
  'technical',
  'junction',
  'reference_gone',
  'reference_of_several',
  'reference_not_unique',
  'reference_dangling',
  'values_differ',
  'type_unknown',
  'triggers',
  'computed',
  'renamed',
  'too_many_columns',
  'not_sortable',
  'moments_guessed',
  'choices_guessed',
] as const

/** A stable name of a doubt. */
export type DoubtCode = (typeof doubtCodes)[number]

/** Something that adopting could not be sure of, or could not do. */
export interface Doubt {
  readonly code: DoubtCode
  /** What the text of the code mentions: names of columns, tables, types. */
  readonly params?: { readonly [name: string]: string | number }
}

/** A table, a view or a virtual table, and what became of it. */
export interface AdoptedObject {
  readonly name: string
  /** `shadow`: a table in which a virtual table keeps its own. */
  readonly type: 'table' | 'view' | 'virtual' | 'shadow'
  /** The model that it became; absent: it is not shown, and the doubts say why. */
  readonly model?: string
  readonly doubts: readonly Doubt[]
}

/** What a table was taken for, and what it could be instead. */
export interface ModelGuess {
  readonly definition: ModelDefinition
  /** By field, the other kinds that its column can hold, each with the options that it needs; labels and the like are not in them. */
  readonly alternatives: { readonly [field: string]: readonly FieldDefinition[] }
}

/** What adopting a database gives. */
export interface Adoption {
  /** In the order in which people look for them. */
  readonly guesses: readonly ModelGuess[]
  readonly objects: readonly AdoptedObject[]
  /** Columns may hold values that do not fit their fields. */
  readonly isLoose: boolean
}

/** What an owner says of a field in place of the guess; absent: as guessed. */
export interface FieldCorrection {
  readonly label?: Label
  readonly hidden?: boolean
  /** One of the alternatives. */
  readonly as?: FieldDefinition
}

/** What an owner says of a model in place of the guess; absent: as guessed. */
export interface ModelCorrection {
  readonly label?: Label
  readonly plural?: Label
  readonly title?: string
  readonly hidden?: boolean
  /** The fields that tell the records of a view apart. */
  readonly key?: readonly string[]
  readonly fields?: { readonly [name: string]: FieldCorrection }
}

/** A guess as corrected. What names a field that is gone is passed over: the database may change after its owner spoke. */
export function correctDefinition(definition: ModelDefinition, correction: ModelCorrection): ModelDefinition {
  const { fields: fieldCorrections = {}, title, key, ...rest } = correction
  const has = (name: string) => Object.hasOwn(definition.fields, name)
  const fields = Object.entries(definition.fields).map(([name, field]) => {
    const given = Object.hasOwn(fieldCorrections, name) ? fieldCorrections[name] : undefined
    return [name, given === undefined ? field : correctField(field, given)] as const
  })
  const { junction, ...others } = definition
  // A side that is said to be no relation leads nowhere: then its records are more than a pair.
  const isPair = junction?.every(
    (name) => (fieldCorrections[name]?.as ?? definition.fields[name])?.kind === definition.fields[name]?.kind,
  )
  return {
    ...others,
    ...(junction && isPair && { junction }),
    ...rest,
    ...(title !== undefined && has(title) ? { title } : {}),
    ...(key !== undefined && definition.source !== undefined && key.every(has) ? { key } : {}),
    fields: Object.fromEntries(fields),
  }
}

/** What stays whatever kind a column is taken for. */
const lasting = [
  'label',
  'help',
  'required',
  'unique',
  'readOnly',
  'column',
  'generated',
  'incomparable',
  'passing',
  'hidden',
] as const

function correctField(field: FieldDefinition, { as, ...rest }: FieldCorrection): FieldDefinition {
  if (as === undefined) return { ...field, ...rest }
  const kept = Object.fromEntries(lasting.flatMap((name) => (name in field ? [[name, field[name]]] : [])))
  return { ...as, ...kept, ...rest }
}
