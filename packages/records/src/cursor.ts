/** Cursors: a place in a list, signed, so that a changed or borrowed one is refused. */
import { createHmac, createSecretKey, type KeyObject, timingSafeEqual } from 'node:crypto'
import type { Place } from '@haykal/database'
import { type HaykalError, type Json, malformed } from '@haykal/model'

/** What a cursor belongs to: it is worth nothing in another list. */
export interface CursorScope {
  readonly secret: string
  readonly model: string
  /** The order, written out. */
  readonly order: string
  /** It leads on in a list of which only a bounded number of records is looked at. Absent: in the whole. */
  readonly isBounded?: true
}

/** Where a list goes on: at a place, or at that of the record of a key. */
export type CursorPlace = Place | { readonly key: readonly Json[] }

/** What a cursor begins with that leads on in a bounded list: nothing else begins with it. */
const boundedMark = '~'

/** Whether a cursor is one of a bounded list, if it is one at all. */
export function isBoundedCursor(cursor: string): boolean {
  return cursor.startsWith(boundedMark)
}

/** Characters of a place beyond which the cursor names its record instead: addresses hold some thousand. */
const longestPlace = 1_500

/**
 * Writes the place of a record as an opaque text, or its key where the place is too long to stand in an address. It holds only values
 * of fields that the list was sorted by, which its reader may see.
 */
export function writeCursor(scope: CursorScope, place: Place, keyOf: () => readonly Json[]): string {
  const written = JSON.stringify(place)
  const key = written.length > longestPlace ? keyOf() : []
  const encoded = Buffer.from(key.length > 0 ? JSON.stringify({ key }) : written).toString('base64url')
  const text = scope.isBounded ? `${boundedMark}${encoded}` : encoded
  return `${text}.${signature(scope, text)}`
}

/** Reads a cursor back. Throws `malformed` for one that this server did not write for this list. */
export function readCursor(scope: CursorScope, cursor: string, parameter: 'after' | 'before'): CursorPlace {
  const [text = ''] = cursor.split('.')
  if (!isCursorOf(scope, cursor)) throw badCursor(parameter)
  const encoded = isBoundedCursor(text) ? text.slice(boundedMark.length) : text
  return JSON.parse(Buffer.from(encoded, 'base64url').toString()) as CursorPlace
}

/** Whether a cursor was written for a list. */
export function isCursorOf(scope: CursorScope, cursor: string): boolean {
  const [text = '', signed = ''] = cursor.split('.')
  const expected = Buffer.from(signature(scope, text))
  const given = Buffer.from(signed)
  return given.length === expected.length && timingSafeEqual(given, expected)
}

/** The error of a cursor that leads nowhere. */
export function badCursor(parameter: 'after' | 'before'): HaykalError {
  return malformed([{ pointer: `?${parameter}`, code: 'bad_cursor' }])
}

function signature({ secret, model, order }: CursorScope, text: string): string {
  return createHmac('sha256', keyOf(secret))
    .update(JSON.stringify([model, order, text]))
    .digest('base64url')
    .slice(0, 22)
}

/** As an object it is prepared once, not for every cursor. */
function keyOf(secret: string): KeyObject {
  const key = keys.get(secret) ?? createSecretKey(Buffer.from(secret))
  keys.set(secret, key)
  return key
}

const keys = new Map<string, KeyObject>()
