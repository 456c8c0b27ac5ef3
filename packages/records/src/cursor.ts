/** Cursors: a place in a list, signed, so that a changed or borrowed one is refused. */
import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Place } from '@haykal/database'
import { decodeBase64Url, encodeBase64Url, malformed } from '@haykal/model'

/** What a cursor belongs to: it is worth nothing in another list. */
export interface CursorScope {
  readonly secret: string
  readonly model: string
  /** The order, written out. */
  readonly order: string
}

/** Writes a place as an opaque text. It holds only values of fields that the list was sorted by, which its reader may see. */
export function writeCursor(scope: CursorScope, place: Place): string {
  const text = encodeBase64Url(JSON.stringify(place))
  return `${text}.${signature(scope, text)}`
}

/** Reads a cursor back. Throws `malformed` for one that this server did not write for this list. */
export function readCursor(scope: CursorScope, cursor: string, parameter: 'after' | 'before'): Place {
  const [text = '', signed = ''] = cursor.split('.')
  const expected = Buffer.from(signature(scope, text))
  const given = Buffer.from(signed)
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
    throw malformed([{ pointer: `?${parameter}`, code: 'bad_cursor' }])
  }
  return JSON.parse(decodeBase64Url(text)) as Place
}

function signature({ secret, model, order }: CursorScope, text: string): string {
  return createHmac('sha256', secret)
    .update(JSON.stringify([model, order, text]))
    .digest('base64url')
    .slice(0, 22)
}
