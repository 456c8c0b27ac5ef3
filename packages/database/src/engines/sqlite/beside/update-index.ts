/** Brings the index of a table in line with its rows, a stretch of them or some of them at a time. */
import type SqliteFile from 'better-sqlite3'
import type { Stored } from '../../../engine.ts'
import { quoteName } from '../introspect/tokens.ts'
import { shownSearchText } from './holds-function.ts'
import { columnNames, type IndexedTable, indexName, marksName } from './index-file.ts'

/** The lowest and the highest number of a row. */
export const [lowest, highest] = [-(2n ** 63n), 2n ** 63n - 1n]

/** Rows of one reading, and the characters after which it ends sooner: whoever writes into the file waits for it. */
const stretch = { rows: 500, characters: 500_000 } as const

/** A row as it is now. */
interface Row {
  readonly number: bigint
  readonly texts: readonly string[]
}

/** Reads a table and writes its index. */
export interface IndexUpdate {
  /** The rows from a number on, and how many there were of them; the number to go on at, undefined where there is nothing behind them. */
  goOn(from: bigint): { readonly rows: number; readonly next: bigint | undefined }
  /** Some rows, by their numbers; of those that are gone, nothing stays. */
  take(numbers: readonly bigint[]): void
}

/** Prepares to update the index of a table. Both files stay open as long as it is used; whoever calls it is in a transaction of the index. */
export function prepareUpdate(
  source: SqliteFile.Database,
  index: SqliteFile.Database,
  table: IndexedTable,
): IndexUpdate {
  const writing = prepareWriting(index, table)
  const number = quoteName(table.number)
  const read = `select ${[table.number, ...table.columns].map(quoteName).join(', ')} from main.${quoteName(table.table)}`
  const behind = source
    .prepare(`${read} where ${number} >= ? order by ${number} limit ${stretch.rows}`)
    .raw(true)
    .safeIntegers(true)
  const one = source.prepare(`${read} where ${number} = ?`).raw(true).safeIntegers(true)
  return {
    goOn(from) {
      const rows: Row[] = []
      let characters = 0
      for (const each of behind.iterate(from)) {
        const row = rowOf(each as Stored[])
        rows.push(row)
        characters += row.texts.reduce((sum, text) => sum + text.length, 0)
        if (characters > stretch.characters) break
      }
      const last = rows.at(-1)?.number
      const isEnd =
        last === undefined || last === highest || (rows.length < stretch.rows && characters <= stretch.characters)
      writing.replace(rows, from, isEnd ? highest : last)
      return { rows: rows.length, next: isEnd ? undefined : last + 1n }
    },
    take(numbers) {
      for (const each of numbers) {
        const row = one.get(each) as Stored[] | undefined
        writing.replace(row ? [rowOf(row)] : [], each, each)
      }
    },
  }
}

function rowOf([number, ...values]: readonly Stored[]): Row {
  // What is searched is made of a text only once that is known to have changed.
  return {
    number: number as bigint,
    texts: values.map((value) => (value === null || typeof value === 'object' ? '' : String(value))),
  }
}

function prepareWriting(index: SqliteFile.Database, table: IndexedTable) {
  const [found, marks] = [indexName(table), marksName(indexName(table))]
  const columns = columnNames(table.columns.map((_, place) => place))
  const known = index
    .prepare(`select n, mark from "${marks}" where n between ? and ? order by n`)
    .raw(true)
    .safeIntegers(true)
  const [forgetText, forgetMark] = [`delete from "${found}" where rowid = ?`, `delete from "${marks}" where n = ?`].map(
    (text) => index.prepare(text),
  )
  const places = columns.map(() => '?').join(', ')
  const putText = index.prepare(`insert into "${found}" (rowid, ${columns.join(', ')}) values (?, ${places})`)
  const putMark = index.prepare(`insert or replace into "${marks}" (n, mark) values (?, ?)`)
  const forget = (number: bigint) => {
    forgetText?.run(number)
    forgetMark?.run(number)
  }
  return {
    /** All that the index knows of the numbers from one to another becomes what the rows are. */
    replace(rows: readonly Row[], from: bigint, to: bigint): void {
      const before = new Map(known.all(from, to) as [bigint, bigint][])
      for (const { number, texts } of rows) {
        const mark = markOf(texts)
        const had = before.get(number)
        before.delete(number)
        if (had === mark) continue
        if (had !== undefined) forgetText?.run(number)
        if (mark !== nothing) putText.run(number, ...texts.map(shownSearchText))
        putMark.run(number, mark)
      }
      for (const number of before.keys()) forget(number)
    },
  }
}

/** The mark of a row without texts: it is not in the index. */
const nothing = 0n

/** Tells the texts of a row from others: 64 bits (FNV-1a, twice). */
function markOf(texts: readonly string[]): bigint {
  if (texts.every((text) => text === '')) return nothing
  let [one, other] = [0x811c9dc5, 0x9dc5811c]
  for (const text of texts) {
    for (let place = 0; place < text.length; place += 1) {
      const code = text.charCodeAt(place)
      one = Math.imul(one ^ code, 0x01000193)
      other = Math.imul(other ^ code, 0x85ebca6b)
    }
    // Where one ends and the next begins.
    one = Math.imul(one ^ 0x10000, 0x01000193)
    other = Math.imul(other ^ 0x10001, 0x85ebca6b)
  }
  return BigInt.asIntN(64, (BigInt(one >>> 0) << 32n) | BigInt(other >>> 0)) || 1n
}
