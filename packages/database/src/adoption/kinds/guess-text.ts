/** Tells one line of text from several, and JSON from both. */
import type { FieldDefinition } from '@haykal/model'
import { soundsLikeProse } from '../words-of-name.ts'
import { type ColumnLook, textsOf } from './column-look.ts'
import type { DeclaredType } from './declared-type.ts'

/** Characters that texts of one line seldom have, and those that are left of a cut text. */
const lengths = { line: 200, cut: 300, prose: 60 } as const

/** The most characters of a text whose column sets no bound: as many as anybody writes. */
const unbounded = 100_000

/** One line of text. The search box looks into each: an adopted database has few other hints of what matters. */
export const lineField: FieldDefinition & { readonly maxLength: number } = {
  kind: 'text',
  searchable: true,
  maxLength: unbounded,
}

/** Numbers and texts beside each other. */
export const mixedField: FieldDefinition & { readonly isMixed: true; readonly maxLength: number } = {
  kind: 'text',
  isMixed: true,
  searchable: true,
  maxLength: unbounded,
}

/** One line or several, by what the column holds. */
export function textField(name: string, declared: DeclaredType, look: ColumnLook): FieldDefinition {
  const texts = textsOf(look)
  const longest = Math.max(0, ...texts.map((text) => [...text].length))
  // A line takes neither line breaks nor tabs.
  const isLong =
    longest > lengths.line ||
    texts.some((text) => /\p{Cc}/u.test(text)) ||
    (declared.isLong && soundsLikeProse(name) && (texts.length === 0 || longest > lengths.prose))
  const { meaning, size = 0 } = declared
  const isKept = meaning === 'text' && size > 0 && longest <= size && longest < lengths.cut
  return { ...(isLong ? { kind: 'longText' } : lineField), ...(isKept ? { maxLength: size } : {}) }
}

/** Whether all texts are lists or objects in JSON. */
export function isJsonTexts(look: ColumnLook): boolean {
  const texts = textsOf(look)
  return texts.length > 0 && texts.every(isListOrObject)
}

function isListOrObject(text: string): boolean {
  if (!/^\s*[[{]/.test(text)) return false
  if (text.length >= lengths.cut) return true
  try {
    return typeof JSON.parse(text) === 'object'
  } catch {
    return false
  }
}
