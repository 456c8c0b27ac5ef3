/** One-time addresses: whoever has one sets the password of a person, once. Only the hash of its token is kept. */
import { hash, randomBytes } from 'node:crypto'
import type { Database } from '@haykal/database'
import { invalid, notFound } from '@haykal/model'
import { problemsOfPassword } from '../passwords/check-password.ts'
import { hashPassword } from '../passwords/hash-password.ts'
import { createSessionRows } from '../sessions/session-rows.ts'
import { type PersonRecord, passwordLinksModel, passwordsModel, peopleModel } from '../tables/own-models.ts'
import { ownTable } from '../tables/own-table.ts'

/** What is handed over. It can be seen only now. */
export interface PasswordLink {
  readonly token: string
  /** After this moment it is worth nothing. */
  readonly expiresAt: string
}

/** The one-time addresses of people. */
export interface PasswordLinks {
  /** Makes one; those that the person had before are worth nothing any more. Throws `not_found`. */
  issue(personId: string): Promise<PasswordLink>
  /**
   * Sets the password, ends the person's sessions, and uses the address up.
   * Throws `invalid` for a token that is none, and for a password that is not good enough: then the token stays good.
   */
  use(token: string, password: string): Promise<{ readonly person: PersonRecord; readonly hash: string }>
}

/** In minutes: for somebody who has a password, and for somebody new, who may not be at their desk. */
const lifetime = { reset: 30, first: 3 * 24 * 60 }

/** The addresses kept in our own database. */
export function createPasswordLinks(database: Database): PasswordLinks {
  const links = ownTable(database, passwordLinksModel)
  const people = ownTable(database, peopleModel)
  const passwords = ownTable(database, passwordsModel)
  const sessions = createSessionRows(database)
  const digest = (token: string) => hash('sha256', `password link\0${token}`)
  const badToken = () => invalid([{ pointer: '/token', code: 'bad_token' }])

  return {
    async issue(personId) {
      const token = randomBytes(32).toString('base64url')
      return await database.write(async (queries) => {
        if (!(await people.read(personId, queries))) throw notFound()
        for (const old of await links.find({ field: 'person', operator: 'eq', value: personId }, queries))
          await links.delete(old.id, queries)
        const minutes = (await passwords.read(personId, queries)) ? lifetime.reset : lifetime.first
        const expiresAt = new Date(Date.now() + minutes * 60_000).toISOString()
        await links.insert({ id: digest(token), person: personId, expiresAt }, queries)
        return { token, expiresAt }
      })
    },
    async use(token, password) {
      const id = digest(token)
      const isGood = (expiresAt: string) => Date.parse(expiresAt) > Date.now()
      const found = await links.read(id)
      const person = found && isGood(found.expiresAt) ? await people.read(found.person) : undefined
      if (!person || person.suspendedAt !== null) throw badToken()
      const problems = problemsOfPassword(password, person.email)
      if (problems.length > 0) throw invalid(problems)
      const hashed = await hashPassword(password)
      return await database.write(async (queries) => {
        // Asked again: of two at once, the second finds nothing.
        const link = await links.read(id, queries)
        const now = link && (await people.read(link.person, queries))
        if (!link || !isGood(link.expiresAt) || !now || now.suspendedAt !== null) throw badToken()
        await links.delete(id, queries)
        const changedAt = new Date().toISOString()
        const kept = { hash: hashed, changedAt }
        if (await passwords.read(now.id, queries)) await passwords.update(now.id, kept, queries)
        else await passwords.insert({ person: now.id, ...kept }, queries)
        await sessions.endAllOf(now.id, queries)
        return { person: now, hash: hashed }
      })
    },
  }
}
