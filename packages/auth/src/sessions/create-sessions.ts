/** Sessions: the one module that knows Lucia, so that it can be replaced (docs/decisions). */
import type { Database } from '@haykal/database'
import { notAllowed } from '@haykal/model'
import { Lucia, TimeSpan } from 'lucia'
import { type Person, presentPerson } from '../people/person.ts'
import { type PersonRecord, peopleModel } from '../tables/own-models.ts'
import { ownTable } from '../tables/own-table.ts'
import { createSessionAdapter, hashOfToken } from './session-adapter.ts'
import { createSessionRows } from './session-rows.ts'
import { createViewings, type ViewTarget } from './viewings.ts'

declare module 'lucia' {
  interface Register {
    Lucia: Lucia<{ readonly viewing?: string }, PersonRecord>
    DatabaseSessionAttributes: {
      readonly createdAt: string
      /** The hash of the password that was right a moment ago; of no meaning in a session that was read. */
      readonly provenHash: string
      readonly viewing?: string
    }
    DatabaseUserAttributes: PersonRecord
  }
}

/** A session ends when it was not used for this long. */
export const idleDays = 7

/** A session ends this long after signing in, used or not. */
export const longestDays = 30

/** How long a session that was found is taken for granted, in milliseconds; any change in this process ends that at once. */
const trusted = 500

/** More sessions than are asked for within a second. */
const mostRemembered = 10_000

/** As whom a session looks; `gone`: as a person who is no longer there, so that there is nothing to see. */
export type Viewing =
  | { readonly as: 'person'; readonly person: Person }
  | { readonly as: 'role'; readonly role: string }
  | { readonly as: 'gone' }

/** Who is signed in. */
export interface SessionPerson extends Person {
  /** Present: an owner who looks as somebody else, and may change nothing meanwhile. */
  readonly viewing?: Viewing
}

/** Sessions of people. */
export interface Sessions {
  /** Starts a session of somebody whose password was right, and gives its token. Throws `wrong_credentials` when that is so no longer. */
  start(personId: string, provenHash: string): Promise<string>
  /** Whose session it is; undefined for one that has ended or never was. */
  read(token: string): Promise<SessionPerson | undefined>
  /** From now on the session looks as somebody else; undefined: as the person again. Throws `not_allowed` for all but owners. */
  view(token: string, target: ViewTarget | undefined): Promise<void>
  /** Ends one session at once. */
  end(token: string): Promise<void>
  /** Ends all sessions of a person at once. */
  endAllOf(personId: string): Promise<void>
  /** Forgets what was looked up: something about people has changed. */
  forget(): void
}

/** Sessions kept in our own database. */
export function createSessions(database: Database): Sessions {
  const lucia = new Lucia(createSessionAdapter(database, longestDays * 86_400_000), {
    sessionExpiresIn: new TimeSpan(idleDays, 'd'),
    getUserAttributes: (person) => person,
    getSessionAttributes: ({ viewing }) => (viewing === undefined ? {} : { viewing }),
  })
  const rows = createSessionRows(database)
  const people = ownTable(database, peopleModel)
  const viewings = createViewings(database)

  async function viewingOf(id: string): Promise<Viewing | undefined> {
    const kept = await viewings.read(id)
    if (!kept || kept.until !== null) return undefined
    if (kept.role !== null) return { as: 'role', role: kept.role }
    const person = kept.person === null ? undefined : await people.read(kept.person)
    return person ? { as: 'person', person: presentPerson(person) } : { as: 'gone' }
  }
  const remembered = new Map<string, { readonly person: SessionPerson; readonly until: number }>()
  // A lookup that began before a change must not be remembered after it.
  let changes = 0
  const forget = () => {
    changes += 1
    remembered.clear()
  }
  const change = async (work: Promise<void>) => {
    forget()
    await work.finally(forget)
  }
  return {
    async start(personId, provenHash) {
      await lucia.deleteExpiredSessions()
      const session = await lucia.createSession(personId, { createdAt: new Date().toISOString(), provenHash })
      return session.id
    },
    async read(token) {
      const key = hashOfToken(token)
      const known = remembered.get(key)
      if (known && performance.now() < known.until) return known.person
      const before = changes
      const { user, session } = await lucia.validateSession(token)
      if (!user) return undefined
      // Whoever is no longer an owner sees as themselves again.
      const isViewing = user.role === 'owner' && session.viewing !== undefined
      const viewing = isViewing ? await viewingOf(session.viewing ?? '') : undefined
      const person: SessionPerson = { ...presentPerson(user), ...(viewing === undefined ? {} : { viewing }) }
      if (remembered.size >= mostRemembered) remembered.clear()
      if (before === changes) remembered.set(key, { person, until: performance.now() + trusted })
      return person
    },
    async view(token, target) {
      const work = database.write(async (queries) => {
        const session = await rows.read(hashOfToken(token), queries)
        const owner = session && (await people.read(session.person, queries))
        if (!session || owner?.role !== 'owner') throw notAllowed()
        if (session.viewing !== null) await viewings.end(session.viewing, queries)
        const viewing = target === undefined ? null : await viewings.begin(owner, target, queries)
        await rows.update(session.id, { viewing }, queries)
      })
      await change(work)
    },
    end: (token) => change(lucia.invalidateSession(token)),
    endAllOf: (personId) => change(lucia.invalidateUserSessions(personId)),
    forget,
  }
}
