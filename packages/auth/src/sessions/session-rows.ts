/** Sessions as stored, and the one way in which they are ended: what was looked at as somebody else ends with them. */
import type { Database, Queries } from '@haykal/database'
import type { RecordOf } from '@haykal/model'
import { sessionsModel } from '../tables/own-models.ts'
import { type OwnTable, ownTable } from '../tables/own-table.ts'
import { createViewings } from './viewings.ts'

/** A session as stored. */
export type SessionRecord = RecordOf<typeof sessionsModel>

/** The table of sessions. */
export interface SessionRows extends Omit<OwnTable<SessionRecord>, 'delete'> {
  /** Ends one; one that is gone already is no mistake. */
  end(id: string, queries: Queries): Promise<void>
  /** Ends all of a person. */
  endAllOf(personId: string, queries: Queries): Promise<void>
}

/** The sessions kept in our own database. */
export function createSessionRows(database: Database): SessionRows {
  const { delete: deleteRow, ...table } = ownTable(database, sessionsModel)
  const viewings = createViewings(database)
  async function end(id: string, queries: Queries): Promise<void> {
    const session = await table.read(id, queries)
    if (typeof session?.viewing === 'string') await viewings.end(session.viewing, queries)
    await deleteRow(id, queries)
  }
  return {
    ...table,
    end,
    async endAllOf(personId, queries) {
      const open = await table.find({ field: 'person', operator: 'eq', value: personId }, queries)
      for (const { id } of open) await end(id, queries)
    },
  }
}
