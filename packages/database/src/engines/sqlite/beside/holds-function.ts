/** Looks into the texts of a row of somebody else's, as our own are looked into: by a function of our connections, which is nowhere in the file. */
import { searchText } from '@haykal/model/search-text'
import type SqliteFile from 'better-sqlite3'
import type { Stored } from '../../../engine.ts'

/** The name of the function. */
export const holdsFunction = 'haykal_holds'

/** What a value is found by, whatever a column holds: texts and numbers as they are shown; of bytes, nothing. */
export function shownSearchText(stored: Stored): string {
  return stored === null || typeof stored === 'object' ? '' : searchText(String(stored))
}

/** Lets a connection ask whether one of some values has one of some patterns in it. */
export function addHoldsFunction(file: SqliteFile.Database): void {
  let asked: unknown
  let patterns: readonly string[] = []
  const holds = (json: unknown, ...values: Stored[]) => {
    if (json !== asked) {
      patterns = JSON.parse(String(json)) as readonly string[]
      asked = json
    }
    return values.some((value) => {
      const text = shownSearchText(value)
      return text !== '' && patterns.some((pattern) => text.includes(pattern))
    })
      ? 1
      : 0
  }
  file.function(holdsFunction, { varargs: true, deterministic: true, safeIntegers: true, directOnly: true }, holds)
}
