/** Checks what an owner wants to say of a model: everything that is wrong with it at once, each with its place. */
import { languageCodes } from '@haykal/messages'
import {
  isStorableText,
  type Label,
  type ModelCorrection,
  type ModelGuess,
  type Problem,
  pointerTo,
} from '@haykal/model'
import { isAlternative } from './corrections.ts'

/** The most characters of a label. */
const longestLabel = 200

/** The languages that a label may be in. */
const languages: readonly string[] = languageCodes

/** What is wrong with a correction of a guess; nothing where it can be kept. */
export function problemsOfCorrection(guess: ModelGuess, correction: ModelCorrection): readonly Problem[] {
  const { label, plural, title, key, fields = {} } = correction
  const isField = (name: string) => Object.hasOwn(guess.definition.fields, name)
  const unknown = (pointer: string): Problem => ({ pointer, code: 'unknown_field' })
  return [
    ...problemsOfLabel(label, pointerTo('correction', 'label')),
    ...problemsOfLabel(plural, pointerTo('correction', 'plural')),
    ...(title === undefined || isField(title) ? [] : [unknown(pointerTo('correction', 'title'))]),
    ...problemsOfKey(guess, key),
    ...Object.entries(fields).flatMap(([name, field]): Problem[] => {
      const pointer = pointerTo('correction', 'fields', name)
      if (!isField(name)) return [unknown(pointer)]
      const isPossible = field.as === undefined || isAlternative(guess, name, field.as)
      return [
        ...problemsOfLabel(field.label, `${pointer}/label`),
        ...(isPossible ? [] : [{ pointer: `${pointer}/as`, code: 'not_an_option' as const }]),
      ]
    }),
  ]
}

/** Only where nothing in the database says what tells rows apart. */
function problemsOfKey({ definition: { source, fields } }: ModelGuess, key: ModelCorrection['key']): Problem[] {
  if (key === undefined) return []
  if (source === undefined) return [{ pointer: pointerTo('correction', 'key'), code: 'read_only' }]
  return key.flatMap((name, index): Problem[] => {
    const pointer = pointerTo('correction', 'key', index)
    if (!Object.hasOwn(fields, name)) return [{ pointer, code: 'unknown_field' }]
    return key.indexOf(name) < index ? [{ pointer, code: 'not_unique' }] : []
  })
}

function problemsOfLabel(label: Label | undefined, pointer: string): Problem[] {
  if (label === undefined) return []
  if (typeof label === 'string') return problemsOfText(label, pointer)
  const given = Object.entries(label)
  if (given.length === 0) return [{ pointer, code: 'required' }]
  return given.flatMap(([language, text]) => {
    const place = `${pointer}${pointerTo(language)}`
    return languages.includes(language) ? problemsOfText(text, place) : [{ pointer: place, code: 'not_an_option' }]
  })
}

function problemsOfText(text: string, pointer: string): Problem[] {
  if (text.trim() === '') return [{ pointer, code: 'required' }]
  if (!isStorableText(text)) return [{ pointer, code: 'malformed' }]
  return text.length > longestLabel ? [{ pointer, code: 'too_long', params: { max: longestLabel } }] : []
}
