/** Bytes in SQLite's columns and back, the large ones as their size only. */
import type { Json } from '@haykal/model'
import { type RawBuilder, sql } from 'kysely'
import type { Stored } from '../../../engine.ts'
import { decodePlain, type Present, type PresentJson } from './plain.ts'

/** The bytes whose base64 a text is, in its one proper form; undefined for all other texts. */
export function bytesOf(text: string): Uint8Array | undefined {
  if (text.length % 4 !== 0) return undefined
  const bytes = Buffer.from(text, 'base64')
  return bytes.toString('base64') === text ? bytes : undefined
}

/** Tells the size of a blob from a number that the column holds: lengths are whole, and nobody counts down in parts of 512. */
const sizeMark = 255 / 512

/**
 * `Engine.shortBytes`: of a large blob its length, made negative and less by `sizeMark`, since a column of bytes may hold numbers too.
 * SQLite finds the length without reading the pages on which a large blob lies.
 */
export function shortBytes(operand: RawBuilder<unknown>, most: number): RawBuilder<unknown> {
  return sql`case when typeof(${operand}) = 'blob' and length(${operand}) > ${most} then -${sizeMark} - length(${operand}) else ${operand} end`
}

/** What a column of bytes shows: base64, the size of what `shortBytes` left out, and all that is not bytes as it is. */
export function decodeBytes(stored: Present): Json {
  const size = typeof stored === 'number' ? -sizeMark - stored : -1
  return size >= 0 && Number.isSafeInteger(size) ? { size } : decodePlain(stored)
}

/** Base64 as bytes; a text that is none stays one, and a size stands for no value. */
export function encodeBytes(value: PresentJson): Stored {
  return typeof value === 'string' ? (bytesOf(value) ?? value) : null
}
