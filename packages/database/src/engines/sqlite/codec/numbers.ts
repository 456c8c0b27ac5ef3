/** Numbers in SQLite's columns and back: whole ones of 64 bits, doubles, and decimals, which are kept as one or the other. */
import type { Json } from '@haykal/model'
import type { Stored } from '../../../engine.ts'
import { decodePlain, encodePlain, type Present, type PresentJson } from './plain.ts'

/** The integer that digits stand for; undefined for other texts, and for what 64 bits do not hold. */
function integerOf(digits: string): bigint | undefined {
  if (!/^-?\d{1,40}$/.test(digits)) return undefined
  const value = BigInt(digits)
  return BigInt.asIntN(64, value) === value ? value : undefined
}

/** The number that a text is the one proper writing of: `5` and `-1.5`, not `007`, `1e3` or ` 5`; undefined for all others. */
export function numberOf(text: string): bigint | number | undefined {
  if (!/^-?(0|[1-9]\d*)(\.\d*[1-9])?$/.test(text) || text === '-0') return undefined
  const value = text.includes('.') ? Number(text) : integerOf(text)
  return value !== undefined && String(value) === text ? value : undefined
}

/** As a bigint, which is stored as an integer even where the column has no type of its own. */
export function encodeInteger(value: PresentJson): Stored {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? BigInt(value) : value
  return (typeof value === 'string' ? integerOf(value) : undefined) ?? encodePlain(value)
}

/** What reads as a number as one, all else as text. */
export function encodeMixed(value: PresentJson): Stored {
  return (typeof value === 'string' ? numberOf(value) : undefined) ?? encodePlain(value)
}

/** Whole amounts as integers, others as the nearest double, which is exact for the 15 digits that the kind allows (docs/decisions/0005). */
export function encodeDecimal(value: PresentJson): Stored {
  if (typeof value === 'number') return encodeInteger(value)
  if (typeof value !== 'string' || !/^-?\d+(\.\d+)?$/.test(value)) return encodePlain(value)
  return integerOf(value.replace(/\.0+$/, '')) ?? Number(value)
}

/** A stored amount as digits, as many after the point as `scale` says unless it has more. */
export function decodeDecimal(stored: Present, scale: number | undefined): Json {
  if (typeof stored === 'bigint') return scale ? `${stored}.${'0'.repeat(scale)}` : String(stored)
  if (typeof stored !== 'number') return decodePlain(stored)
  if (!Number.isFinite(stored)) return String(stored)
  const fixed = scale === undefined || Math.abs(stored) >= 1e21 ? undefined : stored.toFixed(scale)
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
