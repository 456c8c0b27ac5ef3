/** Indexes that a list turned out to need, as a line in the model would make them. */
import type { Model, SortTerm } from '@haykal/model'
import type { Database } from '../engine.ts'
import type { Planned } from '../records/list-plan.ts'
import { indexSql, nameOfIndex } from './index-sql.ts'
import { indexesOfTerms, learnIndex } from './wanted-indexes.ts'

/** Whether all that terms ask for is there. */
export async function hasIndexes(
  { engine, queries }: Planned,
  model: Model,
  terms: readonly SortTerm[],
): Promise<boolean> {
  for (const index of indexesOfTerms(model, terms))
    if (!(await engine.hasIndex(queries, nameOfIndex(model, index)))) return false
  return true
}

/** Makes what is missing of what terms ask for. Whoever writes meanwhile waits. */
export async function makeIndexes(database: Database, model: Model, terms: readonly SortTerm[]): Promise<void> {
  const { engine } = database
  const indexes = indexesOfTerms(model, terms)
  await database.write(async (queries) => {
    await engine.letRunLong?.(queries)
    for (const index of indexes) await indexSql(engine, model, index).execute(queries)
  })
  for (const index of indexes) learnIndex(model, index)
  // What was known to take long may no longer do so.
  database.schemaVersion?.()
}

/** The same as statements, for whoever looks after the database. */
export function indexStatements(
  { engine, queries }: Planned,
  model: Model,
  terms: readonly SortTerm[],
): readonly string[] {
  return indexesOfTerms(model, terms).map((index) => `${indexSql(engine, model, index).compile(queries).sql};`)
}
