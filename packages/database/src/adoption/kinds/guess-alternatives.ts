/** What a column could hold instead of what was guessed: every kind that fits all of its sampled values. */
import type { FieldDefinition } from '@haykal/model'
import { type ColumnLook, isFlags, nothingSeen } from './column-look.ts'
import type { DeclaredType } from './declared-type.ts'
import { choiceAtWill } from './guess-choice.ts'
import type { MomentField } from './guess-moment.ts'
import { decimalField, isWithinDigits } from './guess-number.ts'
import { isJsonTexts, lineField, mixedField } from './guess-text.ts'

const longText: FieldDefinition = { kind: 'longText' }
const emptyMoments = [
  { kind: 'date' },
  { kind: 'datetime', written: 'sql' },
  { kind: 'datetime', written: 'iso' },
] as const

/** What was seen of the values of a column. */
export interface Seen {
  readonly look: ColumnLook
  /** The moments that all of them may be; undefined where one is none. */
  readonly moment: MomentField | undefined
}

/** The guess first, then the others. */
export function alternativesTo(
  guess: FieldDefinition,
  declared: DeclaredType,
  values: Seen,
): readonly FieldDefinition[] {
  const all = [guess, ...othersBySort(declared, values)]
  const seen = new Set<string>()
  return all.filter((field) => {
    const text = JSON.stringify(Object.entries(field).sort(([a], [b]) => (a < b ? -1 : 1)))
    return seen.has(text) ? false : seen.add(text)
  })
}

function othersBySort(declared: DeclaredType, { look, moment }: Seen): readonly FieldDefinition[] {
  const moments = moment === undefined ? [] : [moment, { written: 'sql', ...moment, kind: 'datetime' }]
  const cents = look.sort === 'real' && isWithinDigits(look, 2) ? [decimalField(2)] : []
  switch (look.sort) {
    case 'integer':
      return [
        { kind: 'integer' },
        { kind: 'number' },
        ...(isFlags(look) ? [{ kind: 'boolean' }] : []),
        ...moments,
        decimalField(),
        mixedField,
      ]
    case 'real':
      return [{ kind: 'number' }, ...cents, decimalField(), ...moments, mixedField]
    case 'text': {
      const choice = choiceAtWill(look)
      return [
        lineField,
        longText,
        ...(choice ? [choice] : []),
        ...moments,
        ...(isJsonTexts(look) ? [{ kind: 'json' }] : []),
      ]
    }
    case 'bytes':
      return [{ kind: 'bytes' }, mixedField]
    case 'mixed':
      return [mixedField, longText]
    case 'empty':
      return look === nothingSeen ? unseen(declared) : whileEmpty(declared)
  }
}

function unseen({ meaning }: DeclaredType): readonly FieldDefinition[] {
  if (meaning === 'integer' || meaning === 'real')
    return [{ kind: 'number' }, ...(meaning === 'integer' ? [{ kind: 'integer' }] : [])]
  return meaning === 'text' ? [lineField, longText] : []
}

function whileEmpty({ meaning }: DeclaredType): readonly FieldDefinition[] {
  const numbers = [{ kind: 'integer' }, { kind: 'number' }, decimalField(), decimalField(2), { kind: 'boolean' }]
  const counted = [
    { kind: 'datetime', written: 'seconds' },
    { kind: 'datetime', written: 'milliseconds' },
  ]
  switch (meaning) {
    case 'text':
    case 'time':
    case 'json':
      return [lineField, longText, ...emptyMoments, { kind: 'json' }]
    case 'bytes':
      return [{ kind: 'bytes' }, lineField, { kind: 'json' }]
    case 'moment':
    case 'day':
      return [...emptyMoments, ...counted, lineField]
    case 'unknown':
      return [
        mixedField,
        lineField,
        longText,
        ...numbers,
        ...emptyMoments,
        ...counted,
        { kind: 'json' },
        { kind: 'bytes' },
      ]
    default:
      return [...numbers, ...counted, mixedField]
  }
}
