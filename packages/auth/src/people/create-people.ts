/** People and their passwords, as stored. */
import { randomBytes } from 'node:crypto'
import type { Database, Queries } from '@haykal/database'
import { conflict, HaykalError, invalid, isSameJson, type Json, notFound, type Problem } from '@haykal/model'
import { problemsOfPassword } from '../passwords/check-password.ts'
import { hashPassword } from '../passwords/hash-password.ts'
import { createSessionRows } from '../sessions/session-rows.ts'
import {
  arrangementsModel,
  type PersonRecord,
  passwordLinksModel,
  passwordsModel,
  peopleModel,
  preferencesModel,
  viewsModel,
} from '../tables/own-models.ts'
import { ownTable } from '../tables/own-table.ts'
import { checkedChanges, checkedPerson, type PersonChanges } from './checked-person.ts'
import type { DeclaredPeople } from './declared-people.ts'
import { foldEmail, type NewPerson, presentPerson } from './person.ts'

/** A person with the hash of their password. */
export interface Account {
  readonly person: PersonRecord
  readonly hash: string
}

/** What an owner changes of a person, and what each changed value was based on. */
export interface PersonEdit {
  readonly values: PersonChanges
  readonly base: PersonChanges
}

/** The people of this server. */
export interface People {
  /** Creates a person. Throws `invalid` with every problem. `onlyAsFirstOwner`: throws `already_done` when there is an owner. */
  create(person: NewPerson, options?: { readonly onlyAsFirstOwner?: boolean }): Promise<PersonRecord>
  /** The account of an email address, however it is typed; undefined for somebody without a password. */
  findAccount(email: string): Promise<Account | undefined>
  read(id: string, queries?: Queries): Promise<PersonRecord | undefined>
  /** However the address is typed. */
  byEmail(email: string): Promise<PersonRecord | undefined>
  /** Everybody, in no order. */
  all(): Promise<readonly PersonRecord[]>
  /** The ids of all who have set a password. */
  withPassword(): Promise<ReadonlySet<string>>
  /** Throws `not_found`, `invalid` with every problem, `conflict`, and `last_owner` for taking its role from the last one. */
  edit(id: string, edit: PersonEdit): Promise<PersonRecord>
  /** Throws `not_found`, and `last_owner`. */
  suspend(id: string): Promise<PersonRecord>
  /** Throws `not_found`. */
  resume(id: string): Promise<PersonRecord>
  /** Removes a person with password, sessions, preferences, and the views that they share with nobody. Throws `not_found`, and `last_owner`. */
  remove(id: string): Promise<void>
  /** Stores a password as a hash, in the place of the one of `before`; one that was changed meanwhile stays. */
  renewHash(id: string, before: string, hash: string): Promise<void>
  countOwners(): Promise<number>
}

/** The people kept in our own database. */
export function createPeople(database: Database, declared: DeclaredPeople): People {
  const people = ownTable(database, peopleModel)
  const passwords = ownTable(database, passwordsModel)
  const links = ownTable(database, passwordLinksModel)
  const sessions = createSessionRows(database)
  const preferences = ownTable(database, preferencesModel)
  const arrangements = ownTable(database, arrangementsModel)
  const views = ownTable(database, viewsModel)

  async function owners(queries?: Queries): Promise<readonly PersonRecord[]> {
    return await people.find({ field: 'role', operator: 'eq', value: 'owner' }, queries)
  }
  async function byEmail(email: string, queries?: Queries): Promise<PersonRecord | undefined> {
    const [found] = await people.find({ field: 'emailFolded', operator: 'eq', value: foldEmail(email) }, queries)
    return found
  }
  async function expectPerson(id: string, queries: Queries): Promise<PersonRecord> {
    const person = await people.read(id, queries)
    if (!person) throw notFound()
    return person
  }
  /** Throws when nobody who can sign in would own the server without this person. */
  async function expectDispensable(person: PersonRecord, queries: Queries): Promise<void> {
    if (person.role !== 'owner') return
    const all = await owners(queries)
    for (const other of all) {
      const isActive = other.id !== person.id && other.suspendedAt === null
      if (isActive && (await passwords.read(other.id, queries))) return
    }
    // Who cannot sign in anyway leaves the others as they are.
    const isActive = person.suspendedAt === null && (await passwords.read(person.id, queries)) !== undefined
    if (!isActive && all.length > 1) return
    throw new HaykalError('last_owner')
  }
  return {
    async create(given, { onlyAsFirstOwner = false } = {}) {
      const checked = checkedPerson(declared, given)
      const { password } = given
      const problems = [
        ...(checked.ok ? [] : checked.problems),
        ...(password === undefined ? [] : problemsOfPassword(password, given.email)),
      ]
      if (!checked.ok || problems.length > 0) throw invalid(problems)
      const hash = password === undefined ? undefined : await hashPassword(password)
      const createdAt = new Date().toISOString()
      const id = randomBytes(16).toString('hex')
      const person: PersonRecord = { id, ...checked.values, suspendedAt: null, createdAt }
      await database.write(async (queries) => {
        if (onlyAsFirstOwner && (await owners(queries)).length > 0) throw new HaykalError('already_done')
        if (await byEmail(given.email, queries)) throw invalid([{ pointer: '/email', code: 'not_unique' }])
        await people.insert(person, queries)
        if (hash !== undefined) await passwords.insert({ person: id, hash, changedAt: createdAt }, queries)
      })
      return person
    },
    async findAccount(email) {
      const person = await byEmail(email)
      const password = person && (await passwords.read(person.id))
      return person && password && { person, hash: password.hash }
    },
    read: people.read,
    byEmail: (email) => byEmail(email),
    all: () => people.all(),
    async withPassword() {
      return new Set((await passwords.all()).map(({ person }) => person))
    },
    async edit(id, { values, base }) {
      const checked = checkedChanges(declared, values)
      if (!checked.ok) throw invalid(checked.problems.map(inValues))
      const wanted = checked.values
      return await database.write(async (queries) => {
        const before = await expectPerson(id, queries)
        expectBase(before, { wanted, base })
        if (wanted.email !== undefined) {
          const other = await byEmail(wanted.email, queries)
          if (other && other.id !== id) throw invalid([inValues({ pointer: '/email', code: 'not_unique' })])
        }
        if (wanted.role !== undefined && wanted.role !== 'owner') await expectDispensable(before, queries)
        const { attributes, ...others } = wanted
        const all = { ...presentPerson(before).attributes, ...attributes }
        const changes = { ...others, ...(attributes === undefined ? {} : { attributes: all }) }
        if (Object.keys(changes).length > 0) await people.update(id, changes, queries)
        return { ...before, ...changes }
      })
    },
    async suspend(id) {
      return await database.write(async (queries) => {
        const person = await expectPerson(id, queries)
        if (person.suspendedAt !== null) return person
        await expectDispensable(person, queries)
        const suspendedAt = new Date().toISOString()
        await people.update(id, { suspendedAt }, queries)
        await sessions.endAllOf(id, queries)
        return { ...person, suspendedAt }
      })
    },
    async resume(id) {
      return await database.write(async (queries) => {
        const person = await expectPerson(id, queries)
        if (person.suspendedAt !== null) await people.update(id, { suspendedAt: null }, queries)
        return { ...person, suspendedAt: null }
      })
    },
    async remove(id) {
      await database.write(async (queries) => {
        await expectDispensable(await expectPerson(id, queries), queries)
        await sessions.endAllOf(id, queries)
        const given = await links.find({ field: 'person', operator: 'eq', value: id }, queries)
        for (const link of given) await links.delete(link.id, queries)
        await preferences.delete(id, queries)
        await arrangements.delete(id, queries)
        for (const view of await views.find({ field: 'person', operator: 'eq', value: id }, queries)) {
          // What others work with stays, for owners to look after.
          if (view.isShared && view.removedAt === null) await views.update(view.id, { person: null }, queries)
          else await views.delete(view.id, queries)
        }
        await passwords.delete(id, queries)
        await people.delete(id, queries)
      })
    },
    async renewHash(id, before, hash) {
      const changedAt = new Date().toISOString()
      await database.write(async (queries) => {
        if ((await passwords.read(id, queries))?.hash === before)
          await passwords.update(id, { hash, changedAt }, queries)
      })
    },
    async countOwners() {
      return (await owners()).length
    },
  }
}

/** A change stands under `values` in its request. */
function inValues(problem: Problem): Problem {
  return { ...problem, pointer: `/values${problem.pointer}` }
}

/** Throws `conflict` when somebody else changed the same meanwhile. */
function expectBase(
  stored: PersonRecord,
  { wanted, base }: { readonly wanted: PersonChanges; readonly base: PersonChanges },
): void {
  const now = presentPerson(stored)
  const fields: { [field: string]: { base: Json; theirs: Json; yours: Json } } = {}
  const compare = (name: string, { base: seen, theirs, yours }: { base: Json; theirs: Json; yours: Json }) => {
    if (!isSameJson(seen, theirs) && !isSameJson(theirs, yours)) fields[name] = { base: seen, theirs, yours }
  }
  for (const name of ['name', 'email', 'role', 'groups'] as const) {
    const yours = wanted[name]
    if (yours !== undefined) compare(name, { base: base[name] ?? null, theirs: now[name], yours })
  }
  for (const [name, yours] of Object.entries(wanted.attributes ?? {}))
    compare(`attributes/${name}`, {
      base: base.attributes?.[name] ?? null,
      theirs: now.attributes[name] ?? null,
      yours,
    })
  if (Object.keys(fields).length > 0) throw conflict(fields)
}
