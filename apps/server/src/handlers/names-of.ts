/** What people are called, for the history: it keeps their ids, and whoever is no longer here has no name. */
import type { Auth } from '@haykal/auth'
import { HaykalError } from '@haykal/model'

/** The names of people by their ids. */
export function namesOf({ roster }: Pick<Auth, 'roster'>) {
  return async (ids: readonly string[]): Promise<ReadonlyMap<string, string>> => {
    const found = await Promise.all(ids.map(async (id) => [id, await nameOf(roster, id)] as const))
    return new Map(found.flatMap(([id, name]) => (name === undefined ? [] : [[id, name] as const])))
  }
}

async function nameOf(roster: Auth['roster'], id: string): Promise<string | undefined> {
  try {
    return (await roster.read(id)).name
  } catch (error) {
    if (error instanceof HaykalError && error.code === 'not_found') return undefined
    throw error
  }
}
