// Searching a database of somebody else's: in an index of our own that follows it, and that says wherever it does not look everywhere.
import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { RecordPage, RecordReply } from '@haykal/contract'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { foreignWrite, makeFolder } from '../testing/foreign-file.ts'
import { done, type Identity, openTestServer, type TestServer } from '../testing/test-server.ts'

let folder: ReturnType<typeof makeFolder>
let file: string
let server: TestServer
beforeEach(async () => {
  folder = makeFolder()
  file = join(folder.path, 'songs.sqlite')
  foreignWrite(
    file,
    `create table artists (id integer primary key, name text not null, password text);
     create table songs (id integer primary key, title text not null, by_whom integer references artists (id) on delete cascade, secret text);
     create index songs_by_whom on songs (by_whom);
     create trigger echo after update of name on artists begin update songs set title = title || ' by ' || new.name where by_whom = new.id; end;
     insert into artists values (1, 'فيروز', 'quetzalcoatl'), (2, 'Édith Piaf', 'quetzalcoatl');
     insert into songs values (1, 'Kifak inta', 1, 'xylophone'), (2, 'La Vie en rose', 2, 'zither'), (3, 'أعطني الناي', 1, null);
     create table notes (id integer primary key, words text);
     with recursive n(i) as (select 1 union all select i + 1 from n where i < 51000)
     insert into notes select i, 'note number ' || i from n;
     create view loud as select id, upper(title) as title from songs;`,
  )
  server = await openTestServer({ target: file })
})
afterEach(async () => {
  await server.close()
  folder.remove()
})

const dataFolder = () => join(server.folder, 'data')
const digest = () => createHash('sha256').update(readFileSync(file)).digest('hex')
const searched = () => {
  const { adopted } = server.state
  if (!adopted?.searched) throw new Error('nothing is searched')
  return adopted.searched
}
async function index(): Promise<void> {
  searched().begin()
  await searched().settled()
}
const list = (model: string, q: string, as: Identity = 'owner') =>
  done<RecordPage>(server, `GET /api/v1/${model}?q=${encodeURIComponent(q)}`, { as })
async function found(model: string, q: string, as: Identity = 'owner') {
  const { data, meta } = await list(model, q, as)
  return { ids: data.map(({ id }) => id), reach: meta.reach }
}

/** Copies the index with its log; a second SQLite in this process would take the locks of the first away. */
function copyIndex(to: string): string {
  for (const name of readdirSync(dataFolder()).filter((each) => /^search\.sqlite(-wal)?$/.test(each)))
    copyFileSync(join(dataFolder(), name), join(to, name))
  return join(to, 'search.sqlite')
}

describe('a search of an adopted database', () => {
  it('goes through the first 50,000 records while there is no index, and says so where there are more', async () => {
    expect(await found('notes', 'number 50000')).toEqual({
      ids: [50_000],
      reach: { why: 'unindexed', model: 'notes', rows: 50_000 },
    })
    expect(await found('notes', 'number 50999')).toMatchObject({ ids: [], reach: { why: 'unindexed' } })
    expect(await found('songs', 'اعطنى')).toEqual({ ids: [3], reach: undefined })
    searched().begin()
    expect(await found('notes', 'number 50999')).toMatchObject({ ids: [], reach: { why: 'building', share: 0 } })
  })

  it('knows a table whose rows have no numbers, however its name is written', async () => {
    const doctors = join(folder.path, 'doctors.sqlite')
    foreignWrite(
      doctors,
      `create table "ÄRZTE" (code text primary key, name text not null) without rowid;
       insert into "ÄRZTE" values ('a', 'Édith'), ('b', 'Karl');`,
    )
    const other = await openTestServer({ target: doctors })
    const [model] = (await other.state.records()).models.all
    const path = encodeURIComponent(model?.name ?? '')
    const { data } = await done<RecordPage>(other, `GET /api/v1/${path}?q=edith`, { as: 'owner' })
    expect(data).toMatchObject([{ code: 'a' }])
    await other.close()
  })

  it('looks everywhere once there is one, and leaves the file as it was', async () => {
    const before = digest()
    await index()
    expect(await found('notes', 'number 50999')).toEqual({ ids: [50_999], reach: undefined })
    for (const [q, ids] of [
      ['ROSE', [2]],
      ['اعطني ناي', [3]],
      ['fairuz', []],
      ['فيروز', [1, 3]],
      ['edith', [2]],
      ['vie piaf', [2]],
      ['ifa', [1]],
      ['fa', []],
      ['ki', [1]],
    ] as const)
      expect([q, await found('songs', q)]).toEqual([q, { ids, reach: undefined }])
    expect((await found('loud', 'ROSE')).ids).toEqual([2])
    expect(digest()).toBe(before)
    expect(readdirSync(folder.path)).toEqual(['songs.sqlite'])
    for (const name of readdirSync(dataFolder()).filter((each) => each.startsWith('search.sqlite')))
      expect([name, statSync(join(dataFolder(), name)).mode & 0o077]).toEqual([name, 0])
  })

  it('keeps nothing of what nobody searches', async () => {
    await index()
    const copy = new DatabaseSync(copyIndex(folder.path))
    const names = copy.prepare("select name from sqlite_schema where sql like '%using fts5%'").all()
    expect(names.length).toBe(3)
    const terms = names.flatMap(({ name }, place) => {
      copy.exec(`create virtual table temp.terms${place} using fts5vocab('main', '${name}', 'row')`)
      return copy
        .prepare(`select term from temp.terms${place}`)
        .all()
        .map(({ term }) => String(term))
    })
    copy.close()
    expect(terms).toContain('ros')
    // Of the password, that is.
    expect(terms).not.toContain('quetzalcoatl'.slice(0, 3))
  })

  it('says that others have changed the file, until the index has followed', async () => {
    await index()
    foreignWrite(
      file,
      `update songs set title = 'Non, je ne regrette rien' where id = 2; insert into songs values (9, 'Milord', 2, null);
       delete from songs where id = 3`,
    )
    const changed = { why: 'changed', model: 'songs' }
    expect(await found('songs', 'rose')).toEqual({ ids: [], reach: changed })
    expect(await found('songs', 'milord')).toEqual({ ids: [], reach: changed })
    expect(await found('songs', 'الناي')).toEqual({ ids: [], reach: changed })
    await searched().settled()
    expect(await found('songs', 'rose')).toEqual({ ids: [], reach: undefined })
    expect(await found('songs', 'milord')).toEqual({ ids: [9], reach: undefined })
    expect(await found('songs', 'regrette')).toEqual({ ids: [2], reach: undefined })
  })

  it('finds at once what was changed here, and what triggers and foreign keys changed with it', async () => {
    await index()
    for (const model of ['artists', 'songs']) await done(server, `POST /api/v1/${model}/-/unlock`)
    await searched().settled()
    await done(server, 'PATCH /api/v1/artists/2', {
      as: 'editor',
      body: { values: { name: 'Sabah' }, base: { name: 'Édith Piaf' } },
    })
    expect(await found('songs', 'by sabah')).toEqual({ ids: [2], reach: undefined })
    expect(await found('artists', 'piaf')).toEqual({ ids: [], reach: undefined })
    const { data } = await done<RecordReply>(server, 'POST /api/v1/songs', {
      body: { values: { title: 'Yana yana', by_whom: 2 } },
    })
    expect(await found('songs', 'ana yan')).toEqual({ ids: [data.id], reach: undefined })
    foreignWrite(file, "insert into songs values (70, 'Written elsewhere', 1, null)")
    expect((await found('songs', 'elsewhere')).reach).toMatchObject({ why: 'changed' })
    await searched().settled()
    expect(await found('songs', 'elsewhere')).toEqual({ ids: [70], reach: undefined })
    await done(server, `DELETE /api/v1/songs/${data.id}`, { headers: { 'If-Match': '*' } })
    expect(await found('songs', 'yana')).toEqual({ ids: [], reach: undefined })
  })

  it('finds nothing by fields that the viewer may not see, nor by records', async () => {
    await done(server, 'PATCH /api/v1/artists/-/rules', {
      body: { rules: { reader: { hide: ['name'], read: { id: { eq: 1 } } } }, base: {} },
    })
    await done(server, 'PATCH /api/v1/songs/-/rules', {
      body: { rules: { reader: { read: { id: { lt: 3 } } } }, base: {} },
    })
    for (const work of [async () => {}, index]) {
      await work()
      expect(await found('songs', 'piaf', 'reader')).toMatchObject({ ids: [] })
      expect(await found('songs', 'فيروز', 'reader')).toMatchObject({ ids: [] })
      expect(await found('songs', 'الناي', 'reader')).toMatchObject({ ids: [] })
      expect(await found('songs', 'rose', 'reader')).toMatchObject({ ids: [2] })
      expect(await found('artists', 'piaf', 'reader')).toMatchObject({ ids: [] })
    }
  })

  it('is begun anew where its file is damaged or none of ours', async () => {
    await server.close()
    server = await openTestServer({ target: file })
    writeFileSync(
      join(dataFolder(), 'search.sqlite'),
      'no database at all, but long enough to be taken for one'.repeat(100),
    )
    await index()
    expect(await found('notes', 'number 50999')).toEqual({ ids: [50_999], reach: undefined })
    expect(existsSync(file)).toBe(true)
  })
})

describe('the index of an adopted database', () => {
  /** Another server on the same file, with the index that this one leaves behind. */
  async function again(meanwhile?: string): Promise<void> {
    const index = copyIndex(folder.path)
    await server.close()
    if (meanwhile !== undefined) foreignWrite(file, meanwhile)
    server = await openTestServer({ target: file })
    for (const ending of ['', '-wal'])
      if (existsSync(index + ending)) renameSync(index + ending, join(dataFolder(), `search.sqlite${ending}`))
    searched().begin()
  }
  function isRemembered(): boolean {
    const copy = new DatabaseSync(copyIndex(folder.path))
    const states = copy.prepare('select value from state').all()
    copy.close()
    return states.length > 0 && states.every(({ value }) => value !== '')
  }

  it('is trusted after a restart while the file is just as it was, and brought up to date else', async () => {
    await index()
    // A file has to be left alone for a moment before it can be told from one that has just changed.
    await expect.poll(isRemembered, { timeout: 20_000, interval: 500 }).toBe(true)
    await again()
    expect(await found('songs', 'rose')).toEqual({ ids: [2], reach: undefined })
    await again("update songs set title = 'La Vie en bleu' where id = 2")
    const changed = { why: 'changed', model: 'songs' }
    expect(await found('songs', 'bleu')).toEqual({ ids: [], reach: changed })
    expect(await found('songs', 'rose')).toEqual({ ids: [], reach: changed })
    await searched().settled()
    expect(await found('songs', 'bleu')).toEqual({ ids: [2], reach: undefined })
  }, 40_000)

  it.runIf(process.platform === 'linux')('goes on where a process was ended in the middle of building it', async () => {
    searched().begin()
    const settled = searched().settled()
    await expect.poll(children, { timeout: 10_000, interval: 5 }).not.toEqual([])
    for (const id of children()) process.kill(id, 'SIGKILL')
    await expect.poll(children).toEqual([])
    await searched().settled()
    await settled
    expect(await found('notes', 'number 50999')).toEqual({ ids: [50_999], reach: undefined })
  })

  it('follows a file that takes the place of the one before', async () => {
    await index()
    const other = join(folder.path, 'other.sqlite')
    copyFileSync(file, other)
    foreignWrite(other, "update songs set title = 'Another song' where id = 2")
    renameSync(other, file)
    expect(await found('songs', 'rose')).toMatchObject({ ids: [], reach: { why: 'changed' } })
    await searched().settled()
    expect(await found('songs', 'another')).toEqual({ ids: [2], reach: undefined })
  })

  it('follows a table that gets another column, and a model that is corrected', async () => {
    await index()
    foreignWrite(
      file,
      "alter table songs add column lyrics text; update songs set lyrics = 'Quand il me prend dans ses bras'",
    )
    await list('songs', '')
    await searched().settled()
    expect((await found('songs', 'dans ses bras')).reach).toBeUndefined()
    const correction = { fields: { title: { hidden: true } } }
    await done(server, 'PATCH /api/v1/songs/-/guess', { body: { correction, base: {} } })
    await searched().settled()
    expect(await found('songs', 'rose')).toEqual({ ids: [2], reach: undefined })
  })
})

/** The processes that this one has started. */
function children(): number[] {
  const tasks = readFileSync(`/proc/${process.pid}/task/${process.pid}/children`, 'utf8')
  return tasks.split(' ').filter(Boolean).map(Number)
}
