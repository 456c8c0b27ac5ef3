/** JSON values in SQLite's columns and back. SQLite lets any column hold anything: what does not fit is shown as it is. */
import { type Column, isSameJson, type Json } from '@haykal/model'
import type { ColumnCodec, Stored } from '../../../engine.ts'
import { decodeBytes, encodeBytes } from './bytes.ts'
import { decodeMoment, encodeMoment, spreadOfMoment, writingsOf } from './moments.ts'
import { decodeDecimal, encodeDecimal, encodeInteger, encodeMixed } from './numbers.ts'
import { plainOddities } from './oddities.ts'
import { base64, decodePlain, encodePlain, type Present, type PresentJson } from './plain.ts'

type Encode = (value: PresentJson) => Stored
type Decode = (stored: Present) => Json

/** Between JSON values and SQLite's storage classes. */
export const sqliteCodec: ColumnCodec = {
  encode: (value, column) => (value === null ? null : encoderOf(column)(value)),
  decode: (stored, column) => (stored === null ? null : decoderOf(column)(stored)),
  decoder(column) {
    const decode = decoderOf(column)
    return (stored) => (stored === null ? null : decode(stored))
  },
  oddities(value, column) {
    if (value === null) return [null]
    const writings = column.kind === 'date' || column.kind === 'timestamp' ? writingsOf(value, column) : []
    const decode = sqliteCodec.decoder(column)
    const candidates = [sqliteCodec.encode(value, column), ...writings, ...plainOddities(value), ...largeDoubles(value)]
    return candidates.filter((stored) => isSameJson(decode(stored), value))
  },
  spread: (value, column) =>
    column.kind === 'date' || column.kind === 'timestamp' ? spreadOfMoment(value, column) : undefined,
}

/** The double of digits: beyond 2⁵³ an integer may be shown by the same ones, and a decimal column shows all of them. */
function largeDoubles(value: Json): readonly number[] {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : Number.NaN
  return Number.isNaN(number) || Number.isSafeInteger(number) ? [] : [number]
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
      return encodeBytes
    case 'timestamp':
    case 'date':
      return (value) => encodeMoment(value, column)
    case 'text':
      return column.isMixed === true ? encodeMixed : encodePlain
    default:
      return encodePlain
  }
}

function decoderOf(column: Column): Decode {
  switch (column.kind) {
    case 'boolean':
      return decodeBoolean
    case 'decimal':
      return (stored) => decodeDecimal(stored, column.scale)
    case 'date':
    case 'timestamp':
      return (stored) => decodeMoment(stored, column)
    case 'json':
      return (stored) => (typeof stored === 'string' ? decodeJson(stored) : decodePlain(stored))
    case 'bytes':
      return decodeBytes
    case 'text':
      return (stored) => (stored instanceof Uint8Array ? base64(stored) : String(stored))
    default:
      return decodePlain
  }
}

function decodeBoolean(stored: Present): Json {
  if (stored === 0n || stored === 1n) return stored === 1n
  return stored === 0 || stored === 1 ? stored === 1 : decodePlain(stored)
}

function decodeJson(text: string): Json {
  try {
    const value = JSON.parse(text) as Json
    return canBeSent(value, 0) ? value : text
  } catch {
    return text
  }
}

/** Deeper than anything made by people; far less than what JSON could not be written from. */
const deepest = 500

/** Whether what was read as JSON can be written as JSON again: `1e999` cannot, nor can a hundred thousand lists in each other. */
function canBeSent(value: Json, depth: number): boolean {
  if (typeof value === 'number') return Number.isFinite(value)
  if (typeof value !== 'object' || value === null) return true
  return depth < deepest && Object.values(value).every((inner: Json) => canBeSent(inner, depth + 1))
}
