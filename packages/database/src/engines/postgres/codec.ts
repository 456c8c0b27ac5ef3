/** JSON values in PostgreSQL's columns and back. */
import type { Column, Json } from '@haykal/model'
import type { ColumnCodec, Stored } from '../../engine.ts'

/** Between JSON values and what `pg` takes and, with the parsers of `open.ts`, returns: text for everything but booleans, doubles and bytes. */
export const postgresCodec: ColumnCodec = {
  encode(value, column) {
    if (value === null) return null
    if (column.kind === 'json') return JSON.stringify(value)
    if (column.kind === 'bytes') return typeof value === 'string' ? Buffer.from(value, 'base64') : null
    return typeof value === 'object' ? JSON.stringify(value) : value
  },
  decode,
  decoder: (column) => (stored) => decode(stored, column),
}

function decode(stored: Stored, column: Column): Json {
  if (stored === null) return null
  if (stored instanceof Uint8Array) return Buffer.from(stored).toString('base64')
  switch (column.kind) {
    case 'integer':
      return wholeNumber(String(stored))
    case 'timestamp':
      return isoMoment(String(stored))
    case 'json':
      return JSON.parse(String(stored)) as Json
    case 'real':
    case 'boolean':
      return typeof stored === 'number' && !Number.isFinite(stored) ? String(stored) : (stored as Json)
    default:
      return String(stored)
  }
}

function wholeNumber(digits: string): Json {
  const number = Number(digits)
  return Number.isSafeInteger(number) ? number : digits
}

/** `2026-11-21 06:50:00.123+00` as ISO 8601 in UTC; `infinity` and the like as they are. */
function isoMoment(text: string): string {
  const moment = new Date(text.replace(' ', 'T').replace(/([+-]\d{2})$/, '$1:00'))
  return Number.isNaN(moment.getTime()) ? text : moment.toISOString()
}
