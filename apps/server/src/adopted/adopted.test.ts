// A database of somebody else's, served: shown whole, not a byte of it changed before its owner unlocks a model.
import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { openDatabase } from '@haykal/database'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openTestServer, type TestServer } from '../testing/test-server.ts'

/** The public sample database, where the neighbours of the checkout have put it. */
const chinook = resolve(import.meta.dirname, '../../../../../shared/data/chinook.sqlite')

const digest = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex')

let folder: string
let file: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'haykal-adopted-'))
  file = join(folder, 'shop.sqlite')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('an adopted database', () => {
  let server: TestServer
  beforeAll(async () => {
    // Made by another program: not in WAL mode, and without anything of ours.
    const made = new DatabaseSync(file)
    made.exec(`
      create table Genre (GenreId integer primary key, Name text);
      insert into Genre values (1, 'Rock');
      create table Keyless (x text);
    `)
    made.close()
    server = await openTestServer({ target: file })
  })
  afterAll(async () => {
    await server.close()
  })

  it('shows its tables read-only, and says why', async () => {
    const before = digest(file)
    const boot = await (await server.ask('GET /api/v1/-/boot', { as: 'owner' })).text()
    expect(boot).toContain('"name":"Genre"')
    expect(boot).toContain('"can":{"create":false,"edit":false,"remove":false},"closed":"locked","canUnlock":true')
    expect(await (await server.ask('GET /api/v1/-/boot', { as: 'editor' })).text()).not.toContain('canUnlock')
    expect(await (await server.ask('GET /api/v1/Genre', { as: 'reader' })).text()).toContain('Rock')
    const refused = await server.ask('PATCH /api/v1/Genre/1', {
      as: 'owner',
      body: { values: { Name: 'Jazz' }, base: { Name: 'Rock' } },
    })
    expect(refused.status).toBe(409)
    expect(await refused.json()).toMatchObject({ code: 'locked', params: { reason: 'locked' } })
    expect((await server.ask('POST /api/v1/Genre/-/unlock', { as: 'editor' })).status).toBe(403)
    expect(digest(file)).toBe(before)
    expect(readdirSync(folder).filter((name) => name !== 'shop.sqlite')).toEqual([])
  })

  it('is written to once its owner has unlocked a model', async () => {
    const unlocked = await server.ask('POST /api/v1/Genre/-/unlock', { as: 'owner' })
    expect(await unlocked.json()).toMatchObject({
      model: { name: 'Genre', can: { create: true, edit: true, remove: true } },
    })
    const edited = await server.ask('PATCH /api/v1/Genre/1', {
      as: 'editor',
      body: { values: { Name: 'Jazz' }, base: { Name: 'Rock' } },
    })
    expect(edited.status).toBe(200)
    expect(await (await server.ask('GET /api/v1/Genre/1', { as: 'reader' })).text()).toContain('Jazz')
    const other = await openDatabase(file, { isReadOnly: true })
    expect(await other.queries.selectFrom('Genre').selectAll().execute()).toEqual([{ GenreId: 1n, Name: 'Jazz' }])
    await other.close()
  })
})

describe.skipIf(!existsSync(chinook))(
  'Chinook (skipped where the sample database does not lie beside the checkout)',
  () => {
    let server: TestServer
    let copy: string
    beforeAll(async () => {
      copy = join(folder, 'chinook.sqlite')
      copyFileSync(chinook, copy)
      server = await openTestServer({ target: copy })
    })
    afterAll(async () => {
      await server.close()
    })
    afterEach(() => {
      expect(digest(copy)).toBe(digest(chinook))
    })

    const ask = async (query: string) =>
      (await (await server.ask(`GET /api/v1/Track?${query}`, { as: 'owner' })).json()) as Page

    it('lists the tracks with album, genre and media type by their titles', async () => {
      const page = await ask('count=exact')
      expect(page.meta.count).toBe(3503)
      expect(page.data).toHaveLength(50)
      expect(page.meta.titles.Album?.['1']).toBe('For Those About To Rock We Salute You')
      expect(page.meta.titles.Genre?.['1']).toBe('Rock')
      expect(page.meta.titles.MediaType?.['1']).toBe('MPEG audio file')
    })

    it('searches, filters by genre and sorts by milliseconds', async () => {
      const found = await ask('q=love&count=exact')
      expect(found.meta.count).toBeGreaterThan(100)
      const rock = await ask('filter[GenreId][eq]=1&sort=-Milliseconds&limit=5&count=exact')
      expect(rock.meta.count).toBe(1297)
      const lengths = rock.data.map((track) => Number(track.Milliseconds))
      expect(lengths).toEqual(lengths.toSorted((a, b) => b - a))
      const byTitle = await ask('sort=GenreId,Name&limit=1&filter[GenreId.Name][startsWith]=Alt')
      expect(byTitle.meta.titles.Genre).toBeDefined()
    })

    it('shows the children of a track, also where their key is two fields', async () => {
      const lines = await (await server.ask('GET /api/v1/InvoiceLine?filter[TrackId][eq]=1', { as: 'owner' })).json()
      expect((lines as Page).data.length).toBeGreaterThan(0)
      const playlists = (await (
        await server.ask('GET /api/v1/PlaylistTrack?filter[TrackId][eq]=1', { as: 'owner' })
      ).json()) as Page
      expect(playlists.meta.titles.Playlist).toBeDefined()
      const track = await server.ask('GET /api/v1/Track/1', { as: 'owner' })
      expect(track.status).toBe(200)
    })
  },
)

interface Page {
  readonly data: readonly { readonly [field: string]: unknown }[]
  readonly meta: {
    readonly count: number
    readonly titles: { readonly [model: string]: { readonly [key: string]: string } }
  }
}
