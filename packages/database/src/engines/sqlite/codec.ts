/** JSON values in SQLite's columns and back. SQLite lets any column hold anything: what does not fit is shown as it is. */
import type { Column, Json } from '@haykal/model'
import type { ColumnCodec, Stored } from '../../engine.ts'

type Encode = (value: Exclude<Json, null>) => Stored
type Decode = (stored: Exclude<Stored, null>) => Json

/** Between JSON values and SQLite's storage classes. */
export const sqliteCodec: ColumnCodec = {
  encode: (value, column) => (value === null ? null : encoderOf(column)(value)),
  decode: (stored, column) => (stored === null ? null : decoderOf(column)(stored)),
  decoder(column) {
    const decode = decoderOf(column)
    return (stored) => (stored === null ? null : decode(stored))
  },
}

function encoderOf(column: Column): Encode {
  switch (column.kind) {
    case 'integer':
      return encodeInteger
    case 'real':
      return (value) => (typeof value === 'number' ? value : String(value))
    case 'decimal':
      return encodeDecimal
    case 'json':
      return (value) => JSON.stringify(value)
    case 'bytes':
      return (value) => (typeof value === 'string' ? Buffer.from(value, 'base64') : null)
    case 'timestamp':
      return column.written === 'sql'
        ? (value) => (typeof value === 'string' ? sqlMoment(value) : encodePlain(value))
        : encodePlain
    case 'date':
      return column.written === 'sql'
        ? (value) => (typeof value === 'string' ? `${value} 00:00:00` : encodePlain(value))
        : encodePlain
    default:
      return encodePlain
  }
}

function decoderOf(column: Column): Decode {
  switch (column.kind) {
    case 'boolean':
      return (stored) => (stored === 0n || stored === 1n ? stored === 1n : decodePlain(stored))
    case 'decimal':
      return (stored) => decodeDecimal(stored, column.scale)
    case 'date':
      return (stored) => (typeof stored === 'string' ? withoutMidnight(stored) : decodePlain(stored))
    case 'timestamp':
      return (stored) => (typeof stored === 'string' ? isoMoment(stored) : decodePlain(stored))
    case 'json':
      return (stored) => (typeof stored === 'string' ? decodeJson(stored) : decodePlain(stored))
    case 'bytes':
      return (stored) => base64(stored instanceof Uint8Array ? stored : Buffer.from(String(stored)))
    case 'text':
      return (stored) => (stored instanceof Uint8Array ? base64(stored) : String(stored))
    default:
      return decodePlain
  }
}

/** A day that was written as a moment at midnight. */
function withoutMidnight(text: string): string {
  return text.length === 10 ? text : text.replace(/^(\d{4}-\d{2}-\d{2})[ T]00:00(:00(\.0+)?)?Z?$/, '$1')
}

function encodePlain(value: Exclude<Json, null>): Stored {
  if (typeof value === 'boolean') return Number(value)
  return typeof value === 'string' || typeof value === 'number' ? value : JSON.stringify(value)
}

/** As a bigint, which is stored as an integer even where the column has no type of its own. */
function encodeInteger(value: Exclude<Json, null>): Stored {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? BigInt(value) : value
  return typeof value === 'string' && /^-?\d{1,19}$/.test(value) ? BigInt(value) : encodePlain(value)
}

/** Whole amounts as integers, others as the nearest double, which is exact for the 15 digits that the kind allows (docs/decisions/0005). */
function encodeDecimal(value: Exclude<Json, null>): Stored {
  const number = Number(value)
  if (typeof value === 'boolean' || !Number.isFinite(number)) return encodePlain(value)
  return Number.isSafeInteger(number) ? BigInt(number) : number
}

function decodeDecimal(stored: Exclude<Stored, null>, scale: number | undefined): Json {
  if (typeof stored !== 'number' && typeof stored !== 'bigint') return decodePlain(stored)
  if (typeof stored === 'bigint') return scale ? `${stored}.${'0'.repeat(scale)}` : String(stored)
  if (!Number.isFinite(stored)) return String(stored)
  const fixed = scale === undefined ? undefined : stored.toFixed(scale)
  return fixed !== undefined && Number(fixed) === stored ? fixed : plainDigits(stored)
}

/** A double as digits without an exponent: the same digits, with the point moved to its place. */
function plainDigits(value: number): string {
  const [, sign = '', whole = '', fraction = '', exponent] = /^(-?)(\d+)\.?(\d*)(?:e(.+))?$/.exec(String(value)) ?? []
  if (exponent === undefined) return String(value)
  const digits = whole + fraction
  const point = whole.length + Number(exponent)
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`
  const padded = digits.padEnd(point, '0')
  return padded.length === point ? sign + padded : `${sign}${padded.slice(0, point)}.${padded.slice(point)}`
}

function decodePlain(stored: Exclude<Stored, null>): Json {
  if (typeof stored === 'bigint') return wholeNumber(stored)
  if (typeof stored === 'number') return Number.isFinite(stored) ? stored : String(stored)
  if (stored instanceof Uint8Array) return base64(stored)
  return stored instanceof Date ? stored.toISOString() : stored
}

/** A 64-bit integer as a number where a double holds it exactly, else as its digits. */
export function wholeNumber(value: bigint): Json {
  const number = Number(value)
  return Number.isSafeInteger(number) ? number : String(value)
}

/** Bytes as base64. */
export function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')
}

function decodeJson(text: string): Json {
  try {
    return JSON.parse(text) as Json
  } catch {
    return text
  }
}

const momentShape = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?)?\s*(Z|[+-]\d{2}:?\d{2})?$/

/** A moment as SQLite's own functions and most programs write it, as ISO 8601 in UTC; other texts as they are. */
function isoMoment(text: string): string {
  // As we write them ourselves: nothing to do, and most are.
  if (text.length === 24 && text.charCodeAt(10) === 84 && text.charCodeAt(23) === 90) return text
  const parts = momentShape.exec(text)
  if (!parts) return text
  const [, day, time = '00:00', seconds = '00', fraction = '0', zone = 'Z'] = parts
  const moment = new Date(`${day}T${time}:${seconds}.${fraction.slice(0, 3).padEnd(3, '0')}${zone}`)
  return Number.isNaN(moment.getTime()) ? text : moment.toISOString()
}

function sqlMoment(iso: string): string {
  const parts = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}:\d{2})\.(\d{3})Z$/.exec(iso)
  if (!parts) return iso
  return parts[3] === '000' ? `${parts[1]} ${parts[2]}` : `${parts[1]} ${parts[2]}.${parts[3]}`
}
