/** How each person arranged the views of models for themselves: in which order, and which one a list opens with. */
import type { Database } from '@haykal/database'
import { isJsonObject, type Json } from '@haykal/model'
import { arrangementsModel } from '../tables/own-models.ts'
import { ownTable } from '../tables/own-table.ts'
import type { ArrangementChanges } from './create-views.ts'

/** The arrangement of one model. */
export interface ViewArrangement {
  /** The ids of views; those that are not named follow. */
  readonly order: readonly string[]
  /** The id of a view, or what stands for none; absent: nothing was chosen. */
  readonly start?: string
}

type ByModel = { readonly [model: string]: ViewArrangement }

/** The arrangements kept in our own database. */
export function createArrangements(database: Database) {
  const rows = ownTable(database, arrangementsModel)
  return {
    async read(person: string): Promise<ByModel> {
      const kept = await rows.read(person)
      return kept ? byModelIn(kept.byModel) : {}
    },
    /** Changes what is named, takes a start of null back, leaves the rest. */
    async change(person: string, model: string, { order, start }: ArrangementChanges): Promise<void> {
      await database.write(async (queries) => {
        const before = await rows.read(person, queries)
        const all = before ? byModelIn(before.byModel) : {}
        const own: ViewArrangement = Object.hasOwn(all, model) ? (all[model] as ViewArrangement) : { order: [] }
        const { start: ownStart } = own
        const next = start === undefined ? ownStart : (start ?? undefined)
        const changed = { order: order ?? own.order, ...(next === undefined ? {} : { start: next }) }
        // By entries, as a table may be called as what every object has.
        const others = Object.entries(all).filter(([name]) => name !== model)
        const byModel = Object.fromEntries([...others, [model, changed]]) as unknown as Json
        if (before) await rows.update(person, { byModel }, queries)
        else await rows.insert({ person, byModel }, queries)
      })
    },
  }
}

function byModelIn(kept: Json): ByModel {
  return isJsonObject(kept) ? (kept as unknown as ByModel) : {}
}
