/** What people are called, for the history: it keeps their ids, and whoever is no longer here has no name. */
import type { Auth } from '@haykal/auth'

/** The names of people by their ids. */
export function namesOf({ roster }: Pick<Auth, 'roster'>) {
  return async (ids: readonly string[]): Promise<ReadonlyMap<string, string>> => {
    const found = await Promise.all(ids.map(async (id) => [id, await roster.nameOf(id)] as const))
    return new Map(found.flatMap(([id, name]) => (name === undefined ? [] : [[id, name] as const])))
  }
}
