/** Values as they are, for columns that they do not fit: shown without being changed. */
import type { Json } from '@haykal/model'
import type { Stored } from '../../../engine.ts'

/** A stored value that is not null. */
export type Present = Exclude<Stored, null>

/** A JSON value that is not null. */
export type PresentJson = Exclude<Json, null>

/** What SQLite holds, as JSON: bytes as base64, doubles without end as words, integers beyond 2⁵³ as digits. */
export function decodePlain(stored: Present): Json {
  if (typeof stored === 'bigint') return wholeNumber(stored)
  if (typeof stored === 'number') return Number.isFinite(stored) ? stored : String(stored)
  if (stored instanceof Uint8Array) return base64(stored)
  return stored instanceof Date ? stored.toISOString() : stored
}

/** JSON as SQLite holds it: booleans as integers, lists and objects as their text. */
export function encodePlain(value: PresentJson): Stored {
  if (typeof value === 'boolean') return value ? 1n : 0n
  return typeof value === 'string' || typeof value === 'number' ? value : JSON.stringify(value)
}

/** A 64-bit integer as a number where a double holds it exactly, else as its digits. */
function wholeNumber(value: bigint): Json {
  const number = Number(value)
  return Number.isSafeInteger(number) ? number : String(value)
}

/** Bytes as base64. */
export function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')
}
