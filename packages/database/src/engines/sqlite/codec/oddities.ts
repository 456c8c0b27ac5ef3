/** Finds everything that SQLite may hold where a person sees one certain value: any column holds anything. */
import type { Json } from '@haykal/model'
import type { Stored } from '../../../engine.ts'
import { bytesOf } from './bytes.ts'
import { numberOf } from './numbers.ts'

/**
 * All stored values that are shown as `value` in a column that they do not fit. SQL takes 5 and 5.0 for equal, so whole numbers are
 * given as integers only: a column of texts would make `5.0` of a double, which is another text.
 */
export function plainOddities(value: Json): readonly Stored[] {
  switch (typeof value) {
    case 'string':
      return ofText(value)
    case 'number':
      return [Number.isSafeInteger(value) ? BigInt(value) : value]
    case 'boolean':
      return [value ? 1n : 0n]
    default:
      return value === null ? [null] : []
  }
}

function ofText(text: string): readonly Stored[] {
  const number = numberOf(text) ?? doubleOf(text)
  const bytes = bytesOf(text)
  return [text, ...(number === undefined ? [] : [number]), ...(bytes === undefined ? [] : [bytes])]
}

/** The double that is shown as a text: with an exponent, without end, or too large for 64 bits. */
function doubleOf(text: string): number | undefined {
  const number = Number(text)
  return String(number) === text && !Number.isNaN(number) ? number : undefined
}
