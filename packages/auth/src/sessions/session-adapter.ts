/** Lucia's seam to our tables. What is stored is the SHA-256 of a session's token, so that a copy of the database signs nobody in. */
import { hash } from 'node:crypto'
import type { Database } from '@haykal/database'
import { HaykalError } from '@haykal/model'
import type { Adapter, DatabaseSession } from 'lucia'
import { passwordsModel, peopleModel } from '../tables/own-models.ts'
import { ownTable } from '../tables/own-table.ts'
import { createSessionRows, type SessionRecord } from './session-rows.ts'

/** The form in which a session's token is stored. */
export function hashOfToken(token: string): string {
  return hash('sha256', token)
}

/** Keeps sessions in our database. None lives longer than `longest` milliseconds after signing in, however busy it is. */
export function createSessionAdapter(database: Database, longest: number): Adapter {
  const sessions = createSessionRows(database)
  const people = ownTable(database, peopleModel)
  const passwords = ownTable(database, passwordsModel)

  return {
    async getSessionAndUser(token) {
      const session = await sessions.read(hashOfToken(token))
      const person = session && (await people.read(session.person))
      if (!session || !person || person.suspendedAt !== null) return [null, null]
      return [luciaSession(session, token), { id: person.id, attributes: person }]
    },
    async getUserSessions(person) {
      const found = await sessions.find({ field: 'person', operator: 'eq', value: person })
      return found.map((session) => luciaSession(session, session.id))
    },
    /** Throws `wrong_credentials` when the person was suspended or removed, or given another password, while they signed in. */
    async setSession({ id: token, userId, expiresAt, attributes: { createdAt, provenHash } }) {
      const session = { person: userId, createdAt, expiresAt: expiresAt.toISOString(), viewing: null }
      await database.write(async (queries) => {
        const person = await people.read(userId, queries)
        const password = person && (await passwords.read(userId, queries))
        const isStillSo = person?.suspendedAt === null && password?.hash === provenHash
        if (!isStillSo) throw new HaykalError('wrong_credentials')
        await sessions.insert({ id: hashOfToken(token), ...session }, queries)
      })
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
      await database.write((queries) => sessions.end(hashOfToken(token), queries))
    },
    async deleteUserSessions(person) {
      await database.write((queries) => sessions.endAllOf(person, queries))
    },
    async deleteExpiredSessions() {
      const test = { field: 'expiresAt', operator: 'lt', value: new Date().toISOString() } as const
      const found = await sessions.find(test)
      await database.write(async (queries) => {
        for (const { id } of found) await sessions.end(id, queries)
      })
    },
  }
}

function luciaSession({ person, createdAt, expiresAt, viewing }: SessionRecord, id: string): DatabaseSession {
  const more = viewing === null ? {} : { viewing }
  return { id, userId: person, expiresAt: new Date(expiresAt), attributes: { createdAt, provenHash: '', ...more } }
}
