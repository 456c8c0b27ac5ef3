/** Values as SQLite holds them, whatever the column is said to hold: their storage class and every byte. */
import { inlineBytes } from '@haykal/model'
import { sql } from 'kysely'
import type { HeldValues, Stored } from '../../engine.ts'
import { shortBytes } from './codec/bytes.ts'

/** What is kept begins with the class: `t` text and `b` bytes in hexadecimal, `i` an integer's digits, `r` the eight bytes of a double. */
export const sqliteHeld: HeldValues = {
  // A text comes as its bytes, as its encoding may be broken; so whatever is read as a text was one.
  read(operand, column) {
    const short = column.kind === 'bytes' ? shortBytes(operand, inlineBytes) : operand
    return sql`case typeof(${operand}) when 'text' then hex(cast(${operand} as blob)) else ${short} end`
  },
  keep(held, written) {
    if (typeof held === 'string') return typeof written === 'string' && hexOf(written) === held ? undefined : `t${held}`
    if (typeof held === 'bigint') return written === held ? undefined : `i${held}`
    if (typeof held === 'number') return Object.is(written, held) ? undefined : `r${hexOf(doubleOf(held))}`
    if (held instanceof Uint8Array)
      return written instanceof Uint8Array && hexOf(written) === hexOf(held) ? undefined : `b${hexOf(held)}`
    return undefined
  },
  write(kept) {
    const [sort, text] = [kept.slice(0, 1), kept.slice(1)]
    if (sort === 'i') return sql`${BigInt(text)}`
    const bytes = Buffer.from(text, 'hex')
    if (sort === 'r') return sql`${bytes.readDoubleBE()}`
    return sort === 't' ? sql`cast(${bytes} as text)` : sql`${bytes}`
  },
}

function hexOf(value: Extract<Stored, string | Uint8Array>): string {
  const bytes =
    typeof value === 'string' ? Buffer.from(value) : Buffer.from(value.buffer, value.byteOffset, value.byteLength)
  return bytes.toString('hex').toUpperCase()
}

function doubleOf(value: number): Uint8Array {
  const bytes = Buffer.alloc(8)
  bytes.writeDoubleBE(value)
  return bytes
}
