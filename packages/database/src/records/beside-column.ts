/** Columns of ours that stand beside a column and are named after it. */
import { createHash } from 'node:crypto'
import type { ColumnShape } from '../engine.ts'

/** Bytes of a name that PostgreSQL keeps (https://www.postgresql.org/docs/current/sql-syntax-lexical.html). */
const longestName = 63

/** The name of the column beside one. */
export function besideColumn(columnName: string, ending: string): string {
  const name = `${columnName}${ending}`
  if (Buffer.byteLength(name) <= longestName) return name
  return `${columnName.slice(0, 10)}_${createHash('sha256').update(columnName).digest('hex').slice(0, 16)}${ending}`
}

/** The columns of a table without those of ours that stand beside others. */
export function withoutBesideColumns(
  columns: readonly ColumnShape[],
  endings: readonly string[],
): readonly ColumnShape[] {
  const names = new Set(columns.map(({ name }) => name))
  return columns.filter(({ name, type, isNullable, hasDefault }) => {
    const ending = endings.find((each) => name.endsWith(each))
    if (ending === undefined) return true
    const of = name.slice(0, -ending.length)
    const isOurs = names.has(of) || /_[0-9a-f]{16}$/.test(of)
    return !(isOurs && !isNullable && hasDefault && /text$/i.test(type))
  })
}
