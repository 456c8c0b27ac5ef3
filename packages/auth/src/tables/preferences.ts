/** What each person chose for themselves; what may be chosen at all is the contract's affair. */
import type { Database } from '@haykal/database'
import { isJsonObject, type Json } from '@haykal/model'
import { preferencesModel } from './own-models.ts'
import { ownTable } from './own-table.ts'

/** The choices of one person by name. */
export type Chosen = { readonly [name: string]: Json }

/** The choices of people. */
export interface KeptPreferences {
  /** Undefined for somebody who never chose anything. */
  read(personId: string): Promise<Chosen | undefined>
  /** Changes what is named, takes back what is null, leaves the rest; gives all that is chosen now. Two at once both count. */
  change(personId: string, changes: Chosen): Promise<Chosen>
}

/** The preferences kept in our own database. */
export function createPreferences(database: Database): KeptPreferences {
  const preferences = ownTable(database, preferencesModel)
  return {
    async read(personId) {
      const kept = await preferences.read(personId)
      return kept && chosenIn(kept.chosen)
    },
    async change(personId, changes) {
      return await database.write(async (queries) => {
        const before = await preferences.read(personId, queries)
        const all = { ...(before && chosenIn(before.chosen)), ...changes }
        const chosen = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== null))
        if (before) await preferences.update(personId, { chosen }, queries)
        else await preferences.insert({ person: personId, chosen }, queries)
        return chosen
      })
    },
  }
}

function chosenIn(document: Json): Chosen {
  return isJsonObject(document) ? document : {}
}
