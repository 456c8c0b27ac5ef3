// Preferences over HTTP: each person reaches their own, and is told of everything that cannot be chosen.
import type { Boot } from '@haykal/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Identity, openTestServer, type TestServer } from '../testing/test-server.ts'

let server: TestServer
beforeAll(async () => {
  server = await openTestServer()
})
afterAll(async () => {
  await server.close()
})

const line = 'PATCH /api/v1/-/preferences'
const choose = (body: unknown, as: Identity = 'editor') => server.ask(line, { as, body })
async function kept(as: Identity) {
  const boot = (await (await server.ask('GET /api/v1/-/boot', { as })).json()) as Boot
  return boot.person?.preferences
}
async function problems(body: unknown): Promise<readonly string[]> {
  const response = await choose(body)
  const { errors = [] } = (await response.json()) as { errors?: { pointer: string; code: string }[] }
  return [String(response.status), ...errors.map(({ pointer, code }) => `${pointer} ${code}`)]
}

describe('preferences', () => {
  it('are for people who are signed in', async () => {
    for (const as of ['signed out', 'session ended'] as const) {
      expect((await choose({ theme: 'dark' }, as)).status).toBe(401)
      expect(await kept(as)).toBeUndefined()
    }
  })

  it('are absent until something is chosen', async () => {
    expect(await kept('reader')).toBeUndefined()
  })

  it('are told in boot, to the person alone', async () => {
    const all = {
      language: 'ar',
      digits: 'latn',
      calendar: 'hijri',
      timeZone: 'Asia/Riyadh',
      theme: 'dark',
      density: 'compact',
      keys: false,
      favourites: ['articles', 'authors'],
    }
    const response = await choose(all)
    expect(response.status).toBe(200)
    expect(await response.json()).toEqual({ preferences: all })
    expect(await kept('editor')).toEqual(all)
    for (const as of ['owner', 'reader', 'signed out'] as const) {
      for (const path of ['/api/v1/-/boot', '/api/v1/-/session']) {
        const text = await (await server.ask(`GET ${path}`, { as })).text()
        expect(text).not.toContain('Asia/Riyadh')
        expect(text).not.toContain('hijri')
      }
    }
  })

  it('are taken back one by one with null, and a name twice counts once', async () => {
    await choose({ timeZone: null, calendar: null, favourites: ['authors', 'articles', 'authors'] })
    const chosen = await kept('editor')
    expect(chosen).toMatchObject({ language: 'ar', favourites: ['authors', 'articles'] })
    expect(chosen).not.toHaveProperty('timeZone')
    expect(chosen).not.toHaveProperty('calendar')
    await choose({ favourites: null })
    expect(await kept('editor')).not.toHaveProperty('favourites')
  })

  it('are not taken from a page of another site', async () => {
    const headers = { Origin: 'https://elsewhere.example', 'Sec-Fetch-Site': 'cross-site' }
    const response = await server.ask(line, { as: 'editor', body: { theme: 'light' }, headers })
    expect(response.status).toBe(403)
    expect(await kept('editor')).toMatchObject({ theme: 'dark' })
  })
})

describe('what cannot be chosen', () => {
  it('is named, all at once', async () => {
    const before = await kept('editor')
    expect(
      await problems({
        language: 'xx',
        digits: 'roman',
        calendar: 5,
        timeZone: 'Mars/Olympus',
        theme: 'blue',
        density: '',
        keys: 'yes',
        favourites: 'articles',
        role: 'owner',
        person: 'someone else',
      }),
    ).toEqual([
      '400',
      '/language not_an_option',
      '/digits not_an_option',
      '/calendar not_an_option',
      '/timeZone not_an_option',
      '/theme not_an_option',
      '/density not_an_option',
      '/keys wrong_type',
      '/favourites wrong_type',
      '/role unknown_field',
      '/person unknown_field',
    ])
    expect(await kept('editor')).toEqual(before)
  })

  it.each([
    ['an offset', { timeZone: '+03:00' }, '/timeZone not_an_option'],
    ['a zone without end', { timeZone: 'A'.repeat(5_000) }, '/timeZone too_long'],
    ['a zone that is a number', { timeZone: 3 }, '/timeZone wrong_type'],
    ['too many favourites', { favourites: Array.from({ length: 51 }, (_, n) => `m${n}`) }, '/favourites too_large'],
    ['a favourite without a name', { favourites: [''] }, '/favourites/0 required'],
    ['a favourite of endless length', { favourites: ['m'.repeat(1_001)] }, '/favourites/0 too_long'],
    ['a list', [], ' wrong_type'],
  ])('includes %s', async (_what, body, problem) => {
    expect(await problems(body)).toContain(problem)
  })
})
