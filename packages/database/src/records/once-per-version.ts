/** What was worked out about a database once, and holds as long as nothing in it changes. */
import type { Connection, Database, Queries } from '../engine.ts'

/** Where something is asked. A transaction tells no version: what is asked in it is worked out each time. */
export type Versioned = Connection & Pick<Database, 'version' | 'changed'>

/** Keeps answers of one sort, each by its question; with more than `most` between two changes it begins anew. */
export function createKeptAnswers<Answer>(
  most: number,
): (database: Versioned, question: string, answer: () => Promise<Answer>) => Promise<Answer> {
  const keptByDatabase = new WeakMap<Queries, { readonly version: number; readonly answers: Map<string, Answer> }>()
  function answersOf({ queries }: Versioned, version: number): Map<string, Answer> {
    const kept = keptByDatabase.get(queries)
    if (kept?.version === version) return kept.answers
    const answers = new Map<string, Answer>()
    keptByDatabase.set(queries, { version, answers })
    return answers
  }
  return async (database, question, answer) => {
    const version = database.version?.()
    if (version === undefined) return await answer()
    const answers = answersOf(database, version)
    const known = answers.get(question)
    if (known !== undefined) return known
    const made = await answer()
    if (answers.size >= most) answers.clear()
    answers.set(question, made)
    return made
  }
}

/** A statement with its values, as one text: two people share an answer only when the database was asked the very same. */
export function questionOf({
  sql,
  parameters,
}: {
  readonly sql: string
  readonly parameters: readonly unknown[]
}): string {
  return JSON.stringify([sql, parameters], (_, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value))
}
