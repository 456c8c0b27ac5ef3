/** A place in an ordered list, in a form that survives JSON whole: what the row there holds for each term of the order. */
import { type RawBuilder, sql } from 'kysely'
import type { Engine, Row, Stored } from '../engine.ts'

/**
 * What a row holds for one term, as stored: `int` is an integer of which no digit may be lost, `real` one of the infinities,
 * `bytes` base64, `text` the bytes of a text of broken encoding in hexadecimal.
 */
export type PlacePart =
  | string
  | number
  | boolean
  | null
  | { readonly int: string }
  | { readonly real: string }
  | { readonly bytes: string }
  | { readonly text: string }

/** A place: a part for each term of the order. */
export type Place = readonly (PlacePart | Hole)[]

/** Stands in a statement that is kept, where each time another part of a place is filled in. */
export class Hole {
  readonly at: number

  constructor(at: number) {
    this.at = at
  }
}

/** A place of which only is kept what decides about the statement. */
export function withHoles(place: Place): Place {
  return place.map((part, at) => (part === null ? null : new Hole(at)))
}

/** What is filled into the hole of a part; undefined where more than a value would have to be. */
export function filling(part: Place[number]): Stored | undefined {
  if (typeof part !== 'object' || part === null) return part
  if (part instanceof Hole || 'text' in part) return undefined
  if ('int' in part) return BigInt(part.int)
  return 'real' in part ? Number(part.real) : Buffer.from(part.bytes, 'base64')
}

/** Where a term of the order stands in the rows of a page. */
export interface PlaceColumn {
  readonly name: string
  /** What is read under the name; absent: it is read anyway. */
  readonly operand?: RawBuilder<unknown>
  /** Texts are read as their bytes. */
  readonly isExact: boolean
}

/** Columns of a statement that read the terms of an order to the last byte. */
export function exactColumns(
  { exactText }: Engine,
  terms: readonly { readonly operand: RawBuilder<unknown> }[],
): readonly PlaceColumn[] {
  return terms.map(({ operand }, index) => ({
    name: `s${index}`,
    operand: exactText?.read(operand) ?? operand,
    isExact: exactText !== undefined,
  }))
}

/** The place of a row. */
export function placeOf(row: Row, columns: readonly PlaceColumn[]): Place {
  return columns.map(({ name, isExact }) => partOf(row[name] ?? null, isExact))
}

/** What a row holds for one term. */
export function partOf(stored: Stored, isExact: boolean): PlacePart {
  if (typeof stored === 'bigint') return { int: String(stored) }
  if (typeof stored === 'number' && !Number.isFinite(stored)) return { real: String(stored) }
  if (stored instanceof Uint8Array) return { bytes: Buffer.from(stored).toString('base64') }
  if (typeof stored === 'string' && isExact) return { text: stored }
  return stored instanceof Date ? stored.toISOString() : stored
}

/** What a part stands for in a statement; undefined for nothing at all (NULL). */
export function partSql(engine: Engine, part: Place[number]): RawBuilder<unknown> | undefined {
  if (part === null) return undefined
  if (part instanceof Hole) return sql`${part}`
  return typeof part === 'object' && 'text' in part ? engine.exactText?.write(part.text) : sql`${filling(part)}`
}

/** What texts of broken encoding are read as, besides being a character of its own. */
const replacement = '\uFFFD'

/** Whether a value may be a text of broken encoding. */
export function mayBeBroken(value: unknown): boolean {
  return typeof value === 'string' && value.includes(replacement)
}
