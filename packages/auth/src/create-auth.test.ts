// Who may come in, on a real database in a file: set-up, signing in, sessions that end, tries that run out.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Database, openDatabase } from '@haykal/database'
import { HaykalError } from '@haykal/model'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Auth, createAuth } from './create-auth.ts'

const password = 'a sentence is good'
const layla = { email: 'layla@example.com', name: 'Layla', password }
const home = { address: '192.0.2.7' }
const days = 86_400_000

let folder: string
let database: Database
let auth: Auth
/** The monotonic clock, in seconds. */
let seconds: number

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'haykal-auth-'))
  database = await openDatabase(join(folder, 'haykal.sqlite'))
  seconds = 1000
  auth = await createAuth({ database, seconds: () => seconds })
})

afterEach(async () => {
  vi.useRealTimers()
  await database.close()
  rmSync(folder, { recursive: true })
})

async function setUpLayla() {
  const token = await auth.issueSetupToken()
  return await auth.setUp({ token: token ?? '', ...layla })
}

/** The code with which a promise is refused. */
async function codeOf(promise: Promise<unknown>): Promise<string> {
  const error = await promise.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof HaykalError)) throw error ?? new Error('nothing was refused')
  const problems = error.details.problems?.map(({ pointer, code }) => `${pointer} ${code}`) ?? []
  return [error.code, ...problems].join(', ')
}

function writtenBytes(): string {
  return ['', '-wal'].map((end) => readFileSync(join(folder, `haykal.sqlite${end}`)).toString('latin1')).join('')
}

describe('setting up', () => {
  it('makes the first person the owner, and signs them in', async () => {
    const { person, token } = await setUpLayla()
    expect(person).toMatchObject({ name: 'Layla', email: 'layla@example.com', role: 'owner' })
    expect(person.id).toMatch(/^[0-9a-f]{32}$/)
    expect(await auth.readSession(token)).toEqual(person)
    expect(await auth.countOwners()).toBe(1)
  })

  it('refuses a wrong token, the token before the last, and any token before one was issued', async () => {
    expect(await codeOf(auth.setUp({ token: 'x', ...layla }))).toBe('invalid, /token bad_token')
    const first = await auth.issueSetupToken()
    await auth.issueSetupToken()
    expect(await codeOf(auth.setUp({ token: first ?? '', ...layla }))).toBe('invalid, /token bad_token')
    expect(await auth.countOwners()).toBe(0)
  })

  it('happens once: of fifty at the same moment exactly one wins', async () => {
    const token = (await auth.issueSetupToken()) ?? ''
    const all = Array.from({ length: 50 }, (_, index) =>
      auth.setUp({ token, ...layla, email: `person${index}@example.com` }),
    )
    const outcomes = await Promise.allSettled(all)
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const refusals = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason.code] : []))
    expect(new Set(refusals)).toEqual(new Set(['already_done']))
    expect(await auth.countOwners()).toBe(1)
    expect(await auth.issueSetupToken()).toBeUndefined()
  })

  it('names every problem at once, and the token is still good afterwards', async () => {
    const token = (await auth.issueSetupToken()) ?? ''
    const wrong = auth.setUp({ token, name: ' ', email: 'not an address', password: 'short' })
    expect(await codeOf(wrong)).toBe('invalid, /email bad_email, /name required, /password password_too_short')
    expect((await auth.setUp({ token, ...layla })).person.role).toBe('owner')
  })
})

describe('signing in', () => {
  beforeEach(async () => {
    await setUpLayla()
  })

  it('takes the address in any case and with spaces around, and the password in any Unicode form', async () => {
    await auth.createPerson({ email: 'zoe@example.com', name: 'Zoë', password: 'caf\u00e9 au lait', role: 'reader' })
    const signedIn = await auth.signIn({ email: '  ZOE@Example.com ', password: 'cafe\u0301 au lait', ...home })
    expect(signedIn.person.name).toBe('Zoë')
  })

  it('gives a new token every time, and stores neither token nor password', async () => {
    const tokens = await Promise.all([1, 2, 3].map(() => auth.signIn({ ...layla, ...home })))
    expect(new Set(tokens.map(({ token }) => token)).size).toBe(3)
    const written = writtenBytes()
    expect(written).toContain('layla@example.com')
    expect(written).toContain('$argon2id$v=19$m=19456,t=2,p=1$')
    for (const { token } of tokens) expect(written).not.toContain(token)
    expect(written).not.toContain(password)
  })

  it('gives the same answer for a wrong password and for an account that does not exist', async () => {
    expect(await codeOf(auth.signIn({ ...layla, password: 'wrong password', ...home }))).toBe('wrong_credentials')
    expect(await codeOf(auth.signIn({ ...layla, email: 'nobody@example.com', ...home }))).toBe('wrong_credentials')
    const long = `${password}${'x'.repeat(2000)}`
    expect(await codeOf(auth.signIn({ ...layla, password: long, ...home }))).toBe('wrong_credentials')
  })

  it('looks at the whole of a long password', async () => {
    const long = 'long '.repeat(40)
    await auth.createPerson({ email: 'long@example.com', name: 'Long', password: long, role: 'reader' })
    const cut = auth.signIn({ email: 'long@example.com', password: long.slice(0, 72), ...home })
    expect(await codeOf(cut)).toBe('wrong_credentials')
    expect((await auth.signIn({ email: 'long@example.com', password: long, ...home })).person.name).toBe('Long')
  })

  it('stops guessing at one account after ten tries, also when they come at once, and says when to try again', async () => {
    const guesses = Array.from({ length: 30 }, (_, index) =>
      auth.signIn({ email: index % 2 ? layla.email : ' LAYLA@example.com', password: `guess ${index}`, ...home }),
    )
    const outcomes = await Promise.allSettled(guesses)
    const codes = outcomes.map((outcome) => (outcome.status === 'rejected' ? outcome.reason.code : 'in'))
    expect(codes.filter((code) => code === 'wrong_credentials')).toHaveLength(10)
    expect(codes.filter((code) => code === 'too_many_requests')).toHaveLength(20)
    const refused = await auth.signIn({ ...layla, ...home }).catch((error: unknown) => error)
    expect(refused).toMatchObject({ code: 'too_many_requests', details: { retryAfter: 90 } })

    seconds += 90
    expect((await auth.signIn({ ...layla, ...home })).person.name).toBe('Layla')
  })

  it('does not lock the person out elsewhere', async () => {
    for (let index = 0; index < 20; index += 1) {
      await auth.signIn({ ...layla, password: 'wrong password', ...home }).catch(() => undefined)
    }
    expect((await auth.signIn({ ...layla, address: '198.51.100.1' })).person.name).toBe('Layla')
  })

  it('lets the person in on a device they know, whoever guesses from wherever', async () => {
    const { device } = await auth.signIn({ ...layla, ...home })
    for (let index = 0; index < 120; index += 1) {
      await auth.signIn({ ...layla, password: 'wrong', address: `198.51.100.${index}` }).catch(() => undefined)
    }
    expect(await codeOf(auth.signIn({ ...layla, ...home }))).toBe('too_many_requests')
    expect(await codeOf(auth.signIn({ ...layla, ...home, device: `${device}x` }))).toBe('too_many_requests')
    expect((await auth.signIn({ ...layla, ...home, device })).person.name).toBe('Layla')
  })

  it('stops guessing at many accounts from one address, its whole IPv6 network taken together', async () => {
    const codes = []
    for (let index = 0; index < 105; index += 1) {
      const address = `2001:db8:0:1::${index.toString(16)}`
      codes.push(await codeOf(auth.signIn({ email: `someone${index}@example.com`, password, address })))
    }
    expect(codes.slice(0, 100)).not.toContain('too_many_requests')
    expect(new Set(codes.slice(100))).toEqual(new Set(['too_many_requests']))
  })

  it('takes as long for an account that does not exist', async () => {
    const time = async (email: string, index: number) => {
      const begin = performance.now()
      await auth.signIn({ email, password: 'wrong password', address: `203.0.113.${index}` }).catch(() => undefined)
      return performance.now() - begin
    }
    const median = (times: number[]) => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0
    const known: number[] = []
    const unknown: number[] = []
    for (let index = 0; index < 15; index += 1) {
      known.push(await time(layla.email, index))
      unknown.push(await time('nobody@example.com', index))
    }
    expect(Math.abs(median(known) - median(unknown))).toBeLessThan(15)
  })
})

describe('a session', () => {
  it('ends at once for who signs out, and only there', async () => {
    const { token } = await setUpLayla()
    const elsewhere = await auth.signIn({ ...layla, ...home })
    expect(await auth.readSession(token)).toBeDefined()
    await auth.signOut(token)
    expect(await auth.readSession(token)).toBeUndefined()
    expect(await auth.readSession(elsewhere.token)).toBeDefined()
  })

  it('ends at once when the role changes or the person is removed', async () => {
    await setUpLayla()
    const omar = await auth.createPerson({ ...layla, email: 'omar@example.com', name: 'Omar', role: 'editor' })
    const first = await auth.signIn({ ...layla, email: omar.email, ...home })
    expect(await auth.readSession(first.token)).toMatchObject({ role: 'editor' })
    await auth.changeRole(omar.id, 'reader')
    expect(await auth.readSession(first.token)).toBeUndefined()

    const second = await auth.signIn({ ...layla, email: omar.email, ...home })
    expect(await auth.readSession(second.token)).toMatchObject({ role: 'reader' })
    await auth.removePerson(omar.id)
    expect(await auth.readSession(second.token)).toBeUndefined()
    expect(await codeOf(auth.signIn({ ...layla, email: omar.email, ...home }))).toBe('wrong_credentials')
  })

  it('is of no use under any other token, nor under its hash as stored', async () => {
    const { token } = await setUpLayla()
    const [row] = await database.queries.selectFrom('sessions').selectAll().execute()
    expect(row?.id).toMatch(/^[0-9a-f]{64}$/)
    expect(await auth.readSession(String(row?.id))).toBeUndefined()
    expect(await auth.readSession(`${token}a`)).toBeUndefined()
    expect(await auth.readSession('')).toBeUndefined()
  })

  it('ends after a week without use, and after a month whatever happens', async () => {
    vi.useFakeTimers({ toFake: ['Date', 'performance'], now: Date.parse('2028-02-27T10:00:00Z') })
    const { token } = await setUpLayla()
    const pass = async (milliseconds: number) => {
      vi.advanceTimersByTime(milliseconds)
      return (await auth.readSession(token))?.name
    }
    expect(await pass(6 * days)).toBe('Layla')
    expect(await pass(6 * days)).toBe('Layla')
    expect(await pass(6 * days)).toBe('Layla')
    expect(await pass(6 * days)).toBe('Layla')
    expect(await pass(5 * days)).toBe('Layla')
    expect(await pass(1 * days + 1000)).toBeUndefined()

    const idle = await auth.signIn({ ...layla, ...home })
    vi.advanceTimersByTime(7 * days + 1000)
    expect(await auth.readSession(idle.token)).toBeUndefined()
    expect(await database.queries.selectFrom('sessions').selectAll().execute()).toEqual([])
  })

  it('is believed for a second at most when another process ends it', async () => {
    vi.useFakeTimers({ toFake: ['performance'] })
    const { token } = await setUpLayla()
    expect(await auth.readSession(token)).toBeDefined()
    const other = await openDatabase(join(folder, 'haykal.sqlite'))
    await (await createAuth({ database: other })).signOut(token)
    await other.close()
    vi.advanceTimersByTime(1001)
    expect(await auth.readSession(token)).toBeUndefined()
  })
})

describe('people', () => {
  it('are refused with an address that someone has, however it is written', async () => {
    await setUpLayla()
    const again = auth.createPerson({ ...layla, email: ' Layla@EXAMPLE.com ', role: 'reader' })
    expect(await codeOf(again)).toBe('invalid, /email not_unique')
  })

  it.each([
    ['password', '/password password_too_common'],
    ['Password123', '/password password_too_common'],
    ['aaaaaaaaaaaa', '/password password_too_common'],
    ['new@example.com', '/password password_too_common'],
    ['seven77', '/password password_too_short'],
    ['1025 bytes', '/password too_long', 'x'.repeat(1025)],
    ['1026 bytes in 513 letters', '/password too_long', 'ü'.repeat(513)],
  ])('are refused the password %s', async (name, problem, given = name) => {
    const refused = auth.createPerson({ email: 'new@example.com', name: 'New', password: given, role: 'reader' })
    expect(await codeOf(refused)).toBe(`invalid, ${problem}`)
  })

  it.each(['eight888', 'x1'.repeat(512), 'كلمة سر طويلة', ' spaces around '])(
    'may have the password %s',
    async (given) => {
      await auth.createPerson({ email: 'new@example.com', name: 'New', password: given, role: 'reader' })
      const { person } = await auth.signIn({ email: 'new@example.com', password: given, ...home })
      expect(person.name).toBe('New')
    },
  )

  it.each([
    ['', 'required'],
    ['layla', 'bad_email'],
    ['a@b@c', 'bad_email'],
    ['a b@c.d', 'bad_email'],
    ['a@b.c, d@e.f', 'bad_email'],
    ['a@b.c\r\nBcc: d@e.f', 'bad_email'],
    ['a@\ud800', 'bad_email'],
    [`${'a'.repeat(251)}@b.c`, 'too_long'],
  ])('are refused the address %j', async (email, code) => {
    const refused = auth.createPerson({ email, name: 'New', password, role: 'reader' })
    expect(await codeOf(refused)).toBe(`invalid, /email ${code}`)
  })

  it('always keep an owner', async () => {
    const { person } = await setUpLayla()
    expect(await codeOf(auth.removePerson(person.id))).toBe('last_owner')
    expect(await codeOf(auth.changeRole(person.id, 'editor'))).toBe('last_owner')
    const other = await auth.createPerson({ ...layla, email: 'two@example.com', role: 'owner' })
    await Promise.allSettled([auth.removePerson(person.id), auth.removePerson(other.id)])
    expect(await auth.countOwners()).toBe(1)
  })

  it('have their password hashed anew when the cost has changed', async () => {
    const { hash } = await import('@node-rs/argon2')
    const { person } = await setUpLayla()
    const cheap = await hash(password, { memoryCost: 8192, timeCost: 1, parallelism: 1 })
    const stored = () => database.queries.selectFrom('passwords').select('hash').where('person', '=', person.id)
    await database.write((queries) => queries.updateTable('passwords').set({ hash: cheap }).execute())
    await auth.signIn({ ...layla, ...home })
    expect((await stored().executeTakeFirst())?.hash).toContain('m=19456,t=2,p=1')
  })
})

describe('settings', () => {
  it('are remembered, and two changes at once both count', async () => {
    const add = (item: string) =>
      auth.settings.change('open', (before) => [...(Array.isArray(before) ? before : []), item])
    await Promise.all([add('a'), add('b')])
    expect(await auth.settings.read('open')).toEqual(['a', 'b'])
    expect(await auth.settings.read('other')).toBeUndefined()
  })

  it('hold a secret that stays, unless one is given', async () => {
    expect(auth.secret).toMatch(/^[\w-]{43}$/)
    expect((await createAuth({ database })).secret).toBe(auth.secret)
    expect((await createAuth({ database, secret: 'given' })).secret).toBe('given')
  })
})
