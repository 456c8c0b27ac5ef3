/** Searching files of others: in an index that is attached to connections of ours, and by a function that only these know. */
import { type SqlBool, sql } from 'kysely'
import type { LookupBeside, SearchedBeside } from '../../../engine.ts'
import { matchText } from '../match-text.ts'
import { holdsFunction } from './holds-function.ts'
import { attachedAs, columnNames } from './index-file.ts'

/** SQLite's way. */
export const sqliteBeside: SearchedBeside = {
  lookup: ({ operand, ...lookup }) => sql<SqlBool>`${operand} in (${numbersSql(lookup)})`,
  numbers: numbersSql,
  holds(operands, patterns) {
    const asked = sql`${JSON.stringify(patterns)}`
    const groups = Array.from({ length: Math.ceil(operands.length / mostArguments) }, (_, group) =>
      operands.slice(group * mostArguments, (group + 1) * mostArguments),
    )
    const tests = groups.map((group) => sql`${sql.raw(holdsFunction)}(${asked}, ${sql.join(group)})`)
    return sql<SqlBool>`(${sql.join(tests, sql` or `)})`
  },
}

/** Values that a function is given at a time (https://www.sqlite.org/limits.html). */
const mostArguments = 100

function numbersSql({ index, columns, patterns, most }: LookupBeside) {
  const cut = most === undefined ? sql`` : sql` limit ${most}`
  const match = matchText(columnNames(columns), patterns)
  return sql`select rowid from ${sql.id(attachedAs, index)} where ${sql.id(index)} match ${match}${cut}`
}
