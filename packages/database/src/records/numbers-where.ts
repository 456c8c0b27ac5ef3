/** Asks for the numbers of rows, where a database gathers them. */
import type { Model } from '@haykal/model'
import { type RawBuilder, sql } from 'kysely'
import type { Connection } from '../engine.ts'
import { allOf, type Where } from './compile-condition.ts'
import { numbersIn } from './gathered.ts'
import { rowNumber } from './search-column.ts'

/** How far a question goes. */
export interface Numbering {
  /** So many numbers at most. */
  readonly most: number
  /** Whatever the rows hold, it takes no more than a moment. */
  readonly isBounded: boolean
}

/** The numbers that a question gives, as they come; none where the database gathers none. */
export async function askNumbers(
  { engine, queries }: Connection,
  question: RawBuilder<unknown>,
  { most, isBounded }: Numbering,
): Promise<readonly number[]> {
  const statement = engine.search.gathered?.gather(question, most)
  if (!statement) return []
  const { rows } = await ((isBounded && engine.near?.(statement)) || statement).execute(queries)
  return numbersIn(rows)
}

/** The numbers of the rows that pass some tests. */
export async function numbersWhere(
  database: Connection,
  model: Model,
  { tests, ...numbering }: Numbering & { readonly tests: readonly Where[] },
): Promise<readonly number[]> {
  const key = sql.id('r', rowNumber(model) ?? '')
  return await askNumbers(database, sql`select ${key} from ${sql.id(model.table)} as r ${allOf(tests)}`, numbering)
}
