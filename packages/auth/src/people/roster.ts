/** The people of a server as owners see and change them: every change is felt by the next request of an open session. */
import { type JsonObject, notFound } from '@haykal/model'
import type { Sessions } from '../sessions/create-sessions.ts'
import type { PersonRecord } from '../tables/own-models.ts'
import type { People, PersonEdit } from './create-people.ts'
import type { PasswordLink, PasswordLinks } from './password-links.ts'
import { foldEmail, type NewPerson, presentPerson } from './person.ts'

/** A person as an owner sees them. */
export interface ListedPerson {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly role: string
  readonly groups: readonly string[]
  readonly attributes: JsonObject
  readonly createdAt: string
  /** Null: may sign in. */
  readonly suspendedAt: string | null
  /** Whether they have set a password yet. */
  readonly hasPassword: boolean
}

/** Which people. */
export interface PeopleQuery {
  /** Words that all stand in the name, the address, a group or the role; absent: everybody. */
  readonly q?: string
  /** Only those in this group. */
  readonly group?: string
  /** Skips so many. */
  readonly offset: number
  readonly limit: number
}

/** A page of people, by name. */
export interface PeoplePage {
  readonly people: readonly ListedPerson[]
  /** How many there are altogether. */
  readonly count: number
}

/** A group: it is there as long as somebody is in it. */
export interface Group {
  readonly name: string
  readonly people: number
}

/** People, to be listed and changed. Methods that take an id throw `not_found` for nobody. */
export interface Roster {
  list(query: PeopleQuery): Promise<PeoplePage>
  /** By name. */
  groups(): Promise<readonly Group[]>
  read(id: string): Promise<ListedPerson>
  /** Undefined: nobody who is here. */
  nameOf(id: string): Promise<string | undefined>
  /** By email address, however it is typed; undefined for nobody. */
  find(email: string): Promise<ListedPerson | undefined>
  /** Throws `invalid` with every problem. The person sets a password with the one-time address. */
  create(person: NewPerson): Promise<{ readonly person: ListedPerson; readonly link: PasswordLink }>
  /** A change of role ends the person's sessions. Throws `invalid`, `conflict`, and `last_owner`. */
  edit(id: string, edit: PersonEdit): Promise<ListedPerson>
  /** Ends the person's sessions, and lets them sign in no more. Throws `last_owner`. */
  suspend(id: string): Promise<ListedPerson>
  resume(id: string): Promise<ListedPerson>
  /** A one-time address to set another password; the one before works until then. */
  resetPassword(id: string): Promise<PasswordLink>
  endSessions(id: string): Promise<void>
  /** Throws `last_owner`. */
  remove(id: string): Promise<void>
}

/** What it is put together from. */
export interface RosterParts {
  readonly people: People
  readonly links: PasswordLinks
  readonly sessions: Sessions
}

/** The roster of a server. */
export function createRoster({ people, links, sessions }: RosterParts): Roster {
  const present = async (person: PersonRecord) => listed(person, (await people.findAccount(person.email)) !== undefined)
  return {
    async list({ q = '', group, offset, limit }) {
      const words = foldEmail(q).split(/\s+/).filter(Boolean)
      const found = (await people.all())
        .filter((person) => group === undefined || presentPerson(person).groups.includes(group))
        .filter((person) => words.every((word) => searched(person).includes(word)))
        .toSorted((one, other) => byName.compare(one.name, other.name) || (one.id < other.id ? -1 : 1))
      const able = await people.withPassword()
      const page = found.slice(offset, offset + limit)
      return { people: page.map((person) => listed(person, able.has(person.id))), count: found.length }
    },
    async groups() {
      const counts = new Map<string, number>()
      for (const person of await people.all())
        for (const group of presentPerson(person).groups) counts.set(group, (counts.get(group) ?? 0) + 1)
      const groups = [...counts].map(([name, count]) => ({ name, people: count }))
      return groups.toSorted((one, other) => byName.compare(one.name, other.name))
    },
    async read(id) {
      const person = await people.read(id)
      if (!person) throw notFound()
      return await present(person)
    },
    nameOf: async (id) => (await people.read(id))?.name,
    async find(email) {
      const person = await people.byEmail(email)
      return person && (await present(person))
    },
    async create(given) {
      const person = await people.create(given)
      return { person: await present(person), link: await links.issue(person.id) }
    },
    async edit(id, edit) {
      const person = await people.edit(id, edit).finally(sessions.forget)
      // What they may do has changed: a token that somebody may have seen before is worth nothing now.
      const isOtherRole = edit.values.role !== undefined && edit.values.role !== edit.base.role
      if (isOtherRole) await sessions.endAllOf(id)
      return await present(person)
    },
    suspend: async (id) => await present(await people.suspend(id).finally(sessions.forget)),
    resume: async (id) => await present(await people.resume(id).finally(sessions.forget)),
    resetPassword: links.issue,
    async endSessions(id) {
      if (!(await people.read(id))) throw notFound()
      await sessions.endAllOf(id)
    },
    remove: async (id) => await people.remove(id).finally(sessions.forget),
  }
}

function listed(person: PersonRecord, hasPassword: boolean): ListedPerson {
  const { createdAt, suspendedAt } = person
  return { ...presentPerson(person), createdAt, suspendedAt, hasPassword }
}

/** One order for all who ask, whatever their language. */
const byName = new Intl.Collator('en', { numeric: true })

function searched(person: PersonRecord): string {
  const { name, email, role, groups } = presentPerson(person)
  return foldEmail([name, email, role, ...groups].join(' '))
}
