/** Finds the row of the base that belongs to a row of the file: files in the same order are read side by side, and little is held. */
import type { ImportRow } from './import-request.ts'
import type { ImportColumn } from './match-columns.ts'

/** The rows of a base. */
export interface BaseRows {
  /** The row with these match values; undefined: there is none left. */
  find(key: string): Promise<ImportRow | undefined>
}

/** Reads them on demand; those that were passed on the way to another are kept until they are asked for. */
export function openBaseRows(rows: AsyncIterable<ImportRow>, match: readonly ImportColumn[]): BaseRows {
  const reading = rows[Symbol.asyncIterator]()
  const passed = new Map<string, ImportRow>()
  let isAtEnd = false
  async function readOn(): Promise<void> {
    const next = await reading.next()
    isAtEnd = next.done === true
    if (!next.done) passed.set(matchKey(match, next.value), next.value)
  }
  return {
    async find(key) {
      while (!isAtEnd && !passed.has(key)) await readOn()
      const row = passed.get(key)
      passed.delete(key)
      return row
    },
  }
}

/** The match values of a row as one text: however a number or a date is written, it is the same. */
export function matchKey(match: readonly ImportColumn[], { cells }: ImportRow): string {
  const values = match.map(({ index, field }) => {
    const text = (cells[index] ?? '').trim()
    const parsed = field.kind.fromText(text, field.options)
    return parsed.ok ? parsed.value : text
  })
  return JSON.stringify(values)
}
