/** Sessions: the one module that knows Lucia, so that it can be replaced (docs/decisions). */
import type { Database } from '@haykal/database'
import { Lucia, TimeSpan } from 'lucia'
import { type Person, presentPerson } from '../people/person.ts'
import type { PersonRecord } from '../tables/own-models.ts'
import { createSessionAdapter, hashOfToken } from './session-adapter.ts'

declare module 'lucia' {
  interface Register {
    Lucia: Lucia<Readonly<globalThis.Record<never, never>>, PersonRecord>
    DatabaseSessionAttributes: { readonly createdAt: string }
    DatabaseUserAttributes: PersonRecord
  }
}

/** A session ends when it was not used for this long. */
export const idleDays = 7

/** A session ends this long after signing in, used or not. */
export const longestDays = 30

/** How long a session that was found is taken for granted, in milliseconds; any change in this process ends that at once. */
const trusted = 1_000

/** More sessions than are asked for within a second. */
const mostRemembered = 10_000

/** Sessions of people. */
export interface Sessions {
  /** Starts a session and gives its token. */
  start(personId: string): Promise<string>
  /** Whose session it is; undefined for one that has ended or never was. */
  read(token: string): Promise<Person | undefined>
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
  })
  const remembered = new Map<string, { readonly person: Person; readonly until: number }>()
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
    async start(personId) {
      await lucia.deleteExpiredSessions()
      const session = await lucia.createSession(personId, { createdAt: new Date().toISOString() })
      return session.id
    },
    async read(token) {
      const key = hashOfToken(token)
      const known = remembered.get(key)
      if (known && performance.now() < known.until) return known.person
      const before = changes
      const { user } = await lucia.validateSession(token)
      if (!user) return undefined
      const person = presentPerson(user)
      if (remembered.size >= mostRemembered) remembered.clear()
      if (before === changes) remembered.set(key, { person, until: performance.now() + trusted })
      return person
    },
    end: (token) => change(lucia.invalidateSession(token)),
    endAllOf: (personId) => change(lucia.invalidateUserSessions(personId)),
    forget,
  }
}
