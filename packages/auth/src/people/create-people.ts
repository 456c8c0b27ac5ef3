/** People and their passwords, as stored. */
import { randomBytes } from 'node:crypto'
import type { Database, Queries } from '@haykal/database'
import { HaykalError, invalid, notFound, type RoleName } from '@haykal/model'
import { problemsOfPassword } from '../passwords/check-password.ts'
import { hashPassword } from '../passwords/hash-password.ts'
import {
  type PersonRecord,
  passwordsModel,
  peopleModel,
  preferencesModel,
  sessionsModel,
} from '../tables/own-models.ts'
import { ownTable } from '../tables/own-table.ts'
import { foldEmail, type NewPerson, problemsOfPerson } from './person.ts'

/** A person with the hash of their password. */
export interface Account {
  readonly person: PersonRecord
  readonly hash: string
}

/** The people of this server. */
export interface People {
  /** Creates a person. Throws `invalid` with every problem. `onlyAsFirstOwner`: throws `already_done` when there is an owner. */
  create(person: NewPerson, options?: { readonly onlyAsFirstOwner?: boolean }): Promise<PersonRecord>
  /** The account of an email address, however it is typed. */
  findAccount(email: string): Promise<Account | undefined>
  /** Throws `not_found`, and `not_allowed` for the last owner. */
  changeRole(id: string, role: RoleName): Promise<void>
  /** Removes a person with password, sessions and preferences. Throws `not_found`, and `not_allowed` for the last owner. */
  remove(id: string): Promise<void>
  /** Stores a password as a hash. */
  storeHash(id: string, hash: string): Promise<void>
  countOwners(): Promise<number>
}

/** The people kept in our own database. */
export function createPeople(database: Database): People {
  const people = ownTable(database, peopleModel)
  const passwords = ownTable(database, passwordsModel)
  const sessions = ownTable(database, sessionsModel)
  const preferences = ownTable(database, preferencesModel)

  async function owners(queries?: Queries): Promise<readonly PersonRecord[]> {
    return await people.find({ field: 'role', operator: 'eq', value: 'owner' }, queries)
  }
  async function byEmail(email: string, queries?: Queries): Promise<PersonRecord | undefined> {
    const [found] = await people.find({ field: 'emailFolded', operator: 'eq', value: foldEmail(email) }, queries)
    return found
  }
  /** The person, unless nobody would own the server without them. */
  async function dispensable(id: string, queries: Queries): Promise<PersonRecord> {
    const person = await people.read(id, queries)
    if (!person) throw notFound()
    const isLastOwner = person.role === 'owner' && (await owners(queries)).length === 1
    if (isLastOwner) throw new HaykalError('not_allowed', { params: { reason: 'last_owner' } })
    return person
  }
  return {
    async create({ email, name, password, role }, { onlyAsFirstOwner = false } = {}) {
      const problems = [...problemsOfPerson({ email, name }), ...problemsOfPassword(password, email)]
      if (problems.length > 0) throw invalid(problems)
      const hash = await hashPassword(password)
      const createdAt = new Date().toISOString()
      const person: PersonRecord = {
        id: randomBytes(16).toString('hex'),
        name: name.trim(),
        email: email.trim(),
        emailFolded: foldEmail(email),
        role,
        createdAt,
      }
      await database.write(async (queries) => {
        if (onlyAsFirstOwner && (await owners(queries)).length > 0) throw new HaykalError('already_done')
        if (await byEmail(email, queries)) throw invalid([{ pointer: '/email', code: 'not_unique' }])
        await people.insert(person, queries)
        await passwords.insert({ person: person.id, hash, changedAt: createdAt }, queries)
      })
      return person
    },
    async findAccount(email) {
      const person = await byEmail(email)
      const password = person && (await passwords.read(person.id))
      return person && password && { person, hash: password.hash }
    },
    async changeRole(id, role) {
      await database.write(async (queries) => {
        if (role !== 'owner') await dispensable(id, queries)
        await people.update(id, { role }, queries)
      })
    },
    async remove(id) {
      await database.write(async (queries) => {
        await dispensable(id, queries)
        const open = await sessions.find({ field: 'person', operator: 'eq', value: id }, queries)
        for (const session of open) await sessions.delete(session.id, queries)
        await preferences.delete(id, queries)
        await passwords.delete(id, queries)
        await people.delete(id, queries)
      })
    },
    async storeHash(id, hash) {
      const changedAt = new Date().toISOString()
      await database.write((queries) => passwords.update(id, { hash, changedAt }, queries))
    },
    async countOwners() {
      return (await owners()).length
    },
  }
}
