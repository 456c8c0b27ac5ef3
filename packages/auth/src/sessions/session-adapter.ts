/** Lucia's seam to our tables. What is stored is the SHA-256 of a session's token, so that a copy of the database signs nobody in. */
import { hash } from 'node:crypto'
import type { Database } from '@haykal/database'
import type { RecordOf } from '@haykal/model'
import type { Adapter, DatabaseSession } from 'lucia'
import { peopleModel, sessionsModel } from '../tables/own-models.ts'
import { ownTable } from '../tables/own-table.ts'

type SessionRecord = RecordOf<typeof sessionsModel>

/** The form in which a session's token is stored. */
export function hashOfToken(token: string): string {
  return hash('sha256', token)
}

/** Keeps sessions in our database. None lives longer than `longest` milliseconds after signing in, however busy it is. */
export function createSessionAdapter(database: Database, longest: number): Adapter {
  const sessions = ownTable(database, sessionsModel)
  const people = ownTable(database, peopleModel)

  async function deleteAll(found: readonly SessionRecord[]): Promise<void> {
    await database.write(async (queries) => {
      for (const { id } of found) await sessions.delete(id, queries)
    })
  }
  return {
    async getSessionAndUser(token) {
      const session = await sessions.read(hashOfToken(token))
      const person = session && (await people.read(session.person))
      if (!session || !person) return [null, null]
      return [luciaSession(session, token), { id: person.id, attributes: person }]
    },
    async getUserSessions(person) {
      const found = await sessions.find({ field: 'person', operator: 'eq', value: person })
      return found.map((session) => luciaSession(session, session.id))
    },
    async setSession({ id: token, userId, expiresAt, attributes: { createdAt } }) {
      const session = { id: hashOfToken(token), person: userId, createdAt, expiresAt: expiresAt.toISOString() }
      await database.write((queries) => sessions.insert(session, queries))
    },
    async updateSessionExpiration(token, wanted) {
      await database.write(async (queries) => {
        const session = await sessions.read(hashOfToken(token), queries)
        if (!session) return
        const end = Date.parse(session.createdAt) + longest
        const expiresAt = new Date(Math.min(wanted.getTime(), end)).toISOString()
        if (expiresAt !== session.expiresAt) await sessions.update(session.id, { expiresAt }, queries)
      })
    },
    async deleteSession(token) {
      await database.write((queries) => sessions.delete(hashOfToken(token), queries))
    },
    async deleteUserSessions(person) {
      await deleteAll(await sessions.find({ field: 'person', operator: 'eq', value: person }))
    },
    async deleteExpiredSessions() {
      await deleteAll(await sessions.find({ field: 'expiresAt', operator: 'lt', value: new Date().toISOString() }))
    },
  }
}

function luciaSession({ person, createdAt, expiresAt }: SessionRecord, id: string): DatabaseSession {
  return { id, userId: person, expiresAt: new Date(expiresAt), attributes: { createdAt } }
}
