/** What an owner says in place of a guess, while it is written: what equals the guess is not said at all. */
import {
  type FieldCorrection,
  type FieldDefinition,
  isSameJson,
  type Json,
  labelFromName,
  type ModelCorrection,
  type ModelDefinition,
} from '@haykal/model'
import { tidyLabel } from './label-draft.ts'

/** What can be said of a model as a whole. */
export type ModelPart = keyof Omit<ModelCorrection, 'fields'>

/** What can be said of a field. */
export type FieldPart = keyof FieldCorrection

/** What was guessed of a model, defaults filled in. */
export function guessedModel(guess: ModelDefinition): Required<Omit<ModelCorrection, 'fields'>> {
  const key = [guess.key ?? 'id'].flat()
  const label = guess.label ?? labelFromName(guess.name)
  return {
    label,
    plural: guess.plural ?? label,
    title: guess.title ?? key[0] ?? Object.keys(guess.fields)[0] ?? '',
    hidden: guess.hidden ?? false,
    key,
  }
}

/** What was guessed of a field, defaults filled in. */
export function guessedField(
  name: string,
  guess: FieldDefinition,
): Required<Pick<FieldCorrection, 'label' | 'hidden'>> {
  return { label: guess.label ?? labelFromName(name), hidden: guess.hidden ?? false }
}

/** A correction that says something else of the model; undefined: as guessed. */
export function correctModel<Part extends ModelPart>(
  correction: ModelCorrection,
  guess: ModelDefinition,
  { part, value }: { readonly part: Part; readonly value: ModelCorrection[Part] | undefined },
): ModelCorrection {
  const { [part]: _, ...others } = correction
  return isGuess(part, value, guessedModel(guess)[part]) ? others : { ...others, [part]: value }
}

/** A correction that says something else of a field; undefined: as guessed. */
export function correctField<Part extends FieldPart>(
  correction: ModelCorrection,
  guess: ModelDefinition,
  {
    field,
    part,
    value,
  }: { readonly field: string; readonly part: Part; readonly value: FieldCorrection[Part] | undefined },
): ModelCorrection {
  const definition = own(guess.fields, field)
  const { [part]: _, ...others } = own(correction.fields, field) ?? {}
  const guessed = definition && part !== 'as' ? guessedField(field, definition)[part as 'label' | 'hidden'] : undefined
  return withField(correction, field, isGuess(part, value, guessed) ? others : { ...others, [part]: value })
}

/** A correction that says this of a field; nothing where the field is left as guessed. */
export function withField(correction: ModelCorrection, field: string, said: FieldCorrection): ModelCorrection {
  const { fields = {}, ...rest } = correction
  const { [field]: _, ...others } = fields
  const next = Object.keys(said).length === 0 ? others : { ...others, [field]: said }
  return Object.keys(next).length === 0 ? rest : { ...rest, fields: next }
}

/** Labels are left alone while one types them: on the way to another text, one may pass the guess. */
function isGuess(part: ModelPart | FieldPart, value: unknown, guessed: unknown): boolean {
  const isTyped = part === 'label' || part === 'plural'
  return value === undefined || (!isTyped && isSameJson(value as Json, (guessed ?? null) as Json))
}

/** A field may be called `constructor` too. */
function own<Value>(object: { readonly [name: string]: Value } | undefined, name: string): Value | undefined {
  return object && Object.hasOwn(object, name) ? object[name] : undefined
}

/** In how many places two corrections differ. */
export function countChanges(one: ModelCorrection, other: ModelCorrection): number {
  const [first, second] = [partsOf(one), partsOf(other)]
  const names = new Set([...Object.keys(first), ...Object.keys(second)])
  return [...names].filter((name) => !isSameJson(first[name] ?? null, second[name] ?? null)).length
}

function partsOf({ fields = {}, ...rest }: ModelCorrection): { readonly [place: string]: Json } {
  const ofFields = Object.entries(fields).flatMap(([field, said]) =>
    Object.entries(said).map(([part, value]) => [JSON.stringify([field, part]), value] as const),
  )
  return Object.fromEntries([...Object.entries(rest), ...ofFields]) as { [place: string]: Json }
}

/** A correction as it is kept: labels without spaces around them and whole, and nothing that equals the guess. */
export function tidied(correction: ModelCorrection, guess: ModelDefinition): ModelCorrection {
  const { label, plural, fields = {}, ...rest } = correction
  const guessed = guessedModel(guess)
  const [one, many] = [tidyLabel(label, guessed.label), tidyLabel(plural, guessed.plural)]
  const whole = { ...rest, ...(one !== undefined && { label: one }), ...(many !== undefined && { plural: many }) }
  return Object.entries(fields).reduce<ModelCorrection>((done, [name, { label: said, ...others }]) => {
    const field = own(guess.fields, name)
    const kept = field ? tidyLabel(said, guessedField(name, field).label) : said
    return withField(done, name, { ...others, ...(kept !== undefined && { label: kept }) })
  }, whole)
}
