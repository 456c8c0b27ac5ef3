/** People and sessions, put together: who may sign in, and who is signed in. Knows nothing of HTTP. */
import { randomBytes } from 'node:crypto'
import { type Database, syncTables } from '@haykal/database'
import { HaykalError, invalid, notFound, type RoleName } from '@haykal/model'
import { hashOfNobody, hashPassword, isHashOutdated, verifyPassword } from './passwords/hash-password.ts'
import { createPeople } from './people/create-people.ts'
import { type DeclaredPeople, plainPeople } from './people/declared-people.ts'
import { createPasswordLinks } from './people/password-links.ts'
import { foldEmail, type NewPerson, type Person, presentPerson } from './people/person.ts'
import { createRoster, type Roster } from './people/roster.ts'
import { createSessions, type SessionPerson } from './sessions/create-sessions.ts'
import { createKnownDevices } from './sessions/known-devices.ts'
import type { ViewTarget } from './sessions/viewings.ts'
import { createSetupToken } from './setup/setup-token.ts'
import { ownModels } from './tables/own-models.ts'
import { createPreferences, type KeptPreferences } from './tables/preferences.ts'
import { createSettings, type Settings } from './tables/settings.ts'
import { createSignInThrottle } from './throttle/sign-in-throttle.ts'
import { createViews, type Views } from './views/create-views.ts'

/** What someone who signs in gives. */
export interface Credentials {
  readonly email: string
  readonly password: string
  /** Of the connection; never what a header says. */
  readonly address: string
  /** What `SignedIn.device` gave to this device before; absent: a device not known. */
  readonly device?: string
}

/** What the set-up page gives. */
export interface FirstOwner {
  readonly token: string
  readonly name: string
  readonly email: string
  readonly password: string
}

/** Someone who has just signed in. */
export interface SignedIn {
  readonly person: Person
  /** Stands for the session: whoever has it is the person. */
  readonly token: string
  /** Proves later that the person has signed in on this device before. */
  readonly device: string
}

/** Who may come in, and who is in. Every method throws `HaykalError`. */
export interface Auth {
  /** Remembered values, ours and of the server. */
  readonly settings: Settings
  /** What each person chose for themselves. */
  readonly preferences: KeptPreferences
  /** Lists that people keep. */
  readonly views: Views
  /** Signs what leaves the server and comes back. */
  readonly secret: string
  /** What the project says of its people. */
  readonly declared: DeclaredPeople
  /** The people as owners see and change them. */
  readonly roster: Roster
  countOwners(): Promise<number>
  /** Throws `invalid` with every problem, each pointing to `/email`, `/name`, `/password`, `/role`, `/groups` or `/attributes/…`. */
  createPerson(person: NewPerson): Promise<Person>
  /** Ends the person's sessions at once: what they may do has changed. Throws `last_owner`. */
  changeRole(personId: string, role: RoleName): Promise<void>
  /** Throws `last_owner`. */
  removePerson(personId: string): Promise<void>
  /** Sets a password with the token of a one-time address, and signs in. Throws `invalid` for a wrong token and a password that is not good enough. */
  setPassword(token: string, password: string): Promise<SignedIn>
  /** The session looks at the application as a person (by id) or as a role; undefined: as its own person again. Throws `not_allowed` for all but owners, `not_found` for nobody. */
  viewAs(token: string, target: ViewAs | undefined): Promise<void>
  /** Throws `wrong_credentials`, whatever it is that is wrong, and `too_many_requests` after some tries. */
  signIn(credentials: Credentials): Promise<SignedIn>
  /** Whose session it is; undefined for one that has ended or never was. */
  readSession(token: string): Promise<SessionPerson | undefined>
  /** Ends the session at once. */
  signOut(token: string): Promise<void>
  /** The token that makes the next person the owner; undefined when there is an owner. */
  issueSetupToken(): Promise<string | undefined>
  /** Makes the first owner. Throws `already_done` when there is one, `invalid` for a wrong token and all other problems. */
  setUp(owner: FirstOwner): Promise<SignedIn>
}

/** What auth stands on. */
export interface AuthOptions {
  /** Our own database; missing tables are made. */
  readonly database: Database
  /** Absent: made once and remembered. */
  readonly secret?: string
  /** What the project says of its people; absent: nothing. */
  readonly people?: DeclaredPeople
  /** A clock in seconds that nobody can set back; absent: the process's own. */
  readonly seconds?: () => number
}

/** As whom an owner wants to look. */
export type ViewAs = { readonly person: string } | { readonly role: RoleName }

/** Puts it together. */
export async function createAuth(options: AuthOptions): Promise<Auth> {
  const { database, secret: given, people: declared = plainPeople, seconds = monotonicSeconds } = options
  await syncTables(database, ownModels)
  const settings = createSettings(database)
  const secret = given ?? (await rememberedSecret(settings))
  const people = createPeople(database, declared)
  const links = createPasswordLinks(database)
  const sessions = createSessions(database)
  const devices = createKnownDevices(secret)
  const throttle = createSignInThrottle(seconds)
  const setupToken = createSetupToken()

  const roster = createRoster({ people, links, sessions })

  async function signedIn(person: Person, provenHash: string): Promise<SignedIn> {
    return { person, token: await sessions.start(person.id, provenHash), device: devices.prove(person.id) }
  }
  return {
    settings,
    preferences: createPreferences(database),
    views: createViews(database, declared),
    secret,
    declared,
    roster,
    countOwners: people.countOwners,
    async createPerson(person) {
      return presentPerson(await people.create(person))
    },
    async changeRole(personId, role) {
      const person = await people.read(personId)
      if (!person) throw notFound()
      await roster.edit(personId, { values: { role }, base: { role: person.role } })
    },
    removePerson: roster.remove,
    async setPassword(token, password) {
      const { person, hash } = await links.use(token, password).finally(sessions.forget)
      return await signedIn(presentPerson(person), hash)
    },
    async viewAs(token, target) {
      await sessions.view(token, target && (await viewTarget(target)))
    },
    async signIn({ email, password, address, device }) {
      const account = await people.findAccount(email)
      const knownDevice = account && devices.check(device, account.person.id)
      const attempt = { email: foldEmail(email), address, ...(knownDevice === undefined ? {} : { knownDevice }) }
      throttle.begin(attempt)
      const isRight = await verifyPassword(account?.hash ?? hashOfNobody, password)
      if (!account || !isRight || account.person.suspendedAt !== null) throw new HaykalError('wrong_credentials')
      throttle.succeed(attempt)
      const entered = await signedIn(presentPerson(account.person), account.hash)
      if (isHashOutdated(account.hash))
        await people.renewHash(account.person.id, account.hash, await hashPassword(password))
      return entered
    },
    readSession: sessions.read,
    signOut: sessions.end,
    async issueSetupToken() {
      return (await people.countOwners()) === 0 ? setupToken.issue() : undefined
    },
    async setUp({ token, ...person }) {
      if ((await people.countOwners()) > 0) throw new HaykalError('already_done')
      if (!setupToken.isRight(token)) throw invalid([{ pointer: '/token', code: 'bad_token' }])
      const owner = await people.create({ ...person, role: 'owner' }, { onlyAsFirstOwner: true })
      setupToken.withdraw()
      const account = await people.findAccount(person.email)
      return await signedIn(presentPerson(owner), account?.hash ?? '')
    },
  }

  async function viewTarget(target: ViewAs): Promise<ViewTarget> {
    if ('role' in target) {
      if (!declared.roleNames.includes(target.role)) throw notFound()
      return target
    }
    const person = await people.read(target.person)
    if (!person) throw notFound()
    return { person }
  }
}

async function rememberedSecret(settings: Settings): Promise<string> {
  return String(await settings.change('secret', (before) => before ?? randomBytes(32).toString('base64url')))
}

function monotonicSeconds(): number {
  return performance.now() / 1000
}
