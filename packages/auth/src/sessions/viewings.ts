/** Looking at the application as somebody else: what was looked at, by whom, from when until when. */
import { randomBytes } from 'node:crypto'
import type { Database, Queries } from '@haykal/database'
import type { RecordOf } from '@haykal/model'
import { type PersonRecord, viewingsModel } from '../tables/own-models.ts'
import { ownTable } from '../tables/own-table.ts'

/** As whom an owner looks. */
export type ViewTarget = { readonly person: PersonRecord } | { readonly role: string }

/** A viewing as kept. */
export type ViewingRecord = RecordOf<typeof viewingsModel>

/** The record of all viewings. */
export interface Viewings {
  read(id: string): Promise<ViewingRecord | undefined>
  /** Begins one, and gives its id. */
  begin(owner: PersonRecord, target: ViewTarget, queries: Queries): Promise<string>
  /** Ends it now; one that has ended stays as it is. */
  end(id: string, queries: Queries): Promise<void>
}

/** Viewings kept in our own database. */
export function createViewings(database: Database): Viewings {
  const viewings = ownTable(database, viewingsModel)
  return {
    read: viewings.read,
    async begin(owner, target, queries) {
      const id = randomBytes(16).toString('hex')
      const whom =
        'role' in target
          ? { person: null, role: target.role, name: target.role }
          : { person: target.person.id, role: null, name: target.person.name }
      const from = new Date().toISOString()
      await viewings.insert({ id, owner: owner.id, ownerEmail: owner.email, ...whom, from, until: null }, queries)
      return id
    },
    async end(id, queries) {
      const viewing = await viewings.read(id, queries)
      if (viewing && viewing.until === null) await viewings.update(id, { until: new Date().toISOString() }, queries)
    },
  }
}
