/** Numbers of rows that were gathered once: looked up one by one where they are few, else a map that holds a bit for each row. */
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { GatheredNumbers, NumberMap, Row } from '../../engine.ts'

/** Bits in a byte of a map: what SQLite reads a byte as, is a letter of ASCII then, and never the end of a text. */
const bitsInByte = 6
const noBits = 0x40

/** A map of numbers that lie further apart would take more than 4 MB. */
const widest = 4 * 1024 * 1024 * bitsInByte

/** SQLite's way, without a function of ours: what is asked may be asked by any process. */
export const sqliteGathered: GatheredNumbers = {
  gather: (question, most) =>
    sql<Row>`with found(number) as (${question}) select json_group_array(number) as numbers from (select number from found limit ${most})`,
  lookup: (operand, numbers) => sql<SqlBool>`${operand} in (select value from json_each(${JSON.stringify(numbers)}))`,
  mapOf,
  isAmong,
}

/** In a plain loop and whole numbers: the first searches after a start come before any of it is compiled, and anything else takes them ten times as long. */
function mapOf(numbers: readonly number[]): NumberMap | undefined {
  const [least = 0, most = 0] = [numbers[0], numbers.at(-1)]
  // Most tables number their rows from one on: then nothing need be taken off.
  const before = least > 0 && most < widest ? 0 : least - 1
  if (!(most - before < widest)) return undefined
  const bits = Buffer.alloc(Math.floor((most - before) / bitsInByte) + 1, noBits)
  for (let at = 0; at < numbers.length; at += 1) {
    const place = (numbers[at] ?? 0) - before
    const byte = (place / bitsInByte) | 0
    bits[byte] = (bits[byte] ?? noBits) | (1 << (place - byte * bitsInByte))
  }
  return { before, bits }
}

function isAmong(operand: RawBuilder<unknown>, { before, bits }: NumberMap): RawBuilder<SqlBool> {
  const place = before === 0 ? operand : sql`(${operand} - ${before})`
  const byte = sql`unicode(substr(${bits}, ${place} / ${sql.lit(bitsInByte)} + 1, 1))`
  // Counted from what is below it, SQLite would begin at the end.
  return sql<SqlBool>`(+${place} > 0 and (${byte} >> (${place} % ${sql.lit(bitsInByte)})) & 1)`
}
