// The command as people run it: in a process of its own, with what it prints and how it ends.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runHere as runIn } from '../testing/run-here.ts'
import { demoProject, password } from '../testing/test-server.ts'

const main = join(import.meta.dirname, '../main.ts')

/** Forty processes need not compile the same sources forty times. */
const compileCache = join(tmpdir(), 'haykal-compile-cache')

let folder: string
let busy: Server
let busyPort: number
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'haykal-command-'))
  chmodSync(folder, 0o755)
  makeFiles()
  busy = createServer()
  busyPort = await new Promise((resolve) => {
    busy.listen(0, '127.0.0.1', () => resolve((busy.address() as { port: number }).port))
  })
})
afterAll(() => {
  busy.close()
  rmSync(folder, { recursive: true, force: true })
})

/** A database file with a few pages. */
function makeDatabase(name: string): string {
  const file = join(folder, name)
  const made = new DatabaseSync(file)
  made.exec(`
    create table things (id integer primary key, name text);
    with recursive n(i) as (select 0 union all select i + 1 from n where i < 499)
    insert into things (name) select 'thing ' || i || ' ${'x'.repeat(50)}' from n;
  `)
  made.close()
  return file
}

function makeFiles(): void {
  makeDatabase('good.sqlite')
  truncateSync(makeDatabase('cut.sqlite'), 5000)
  writeFileSync(join(folder, 'notes.txt'), 'These are notes, not a database.\n'.repeat(10))
  writeFileSync(join(folder, 'sealed.sqlite'), createHash('sha512').update('x').digest('hex').repeat(200), 'hex')
  writeFileSync(join(folder, 'empty.sqlite'), '')
  mkdirSync(join(folder, 'a-folder'))
  makeProject('no-export', 'export const nothing = 1\n')
  makeProject('broken', 'export const project = {\n')
  makeProject('throws', 'throw new Error("the moon is down")\n')
  makeProject(
    'mistaken',
    "import { defineModel, defineProject, relation, text } from 'haykal'\n" +
      "const order = defineModel({ name: 'orders', title: 'name', fields: { name: text(), customer: relation({ to: 'customers' }) } })\n" +
      "export const project = defineProject({ name: 'mistaken', label: 'Mistaken', models: [order] })\n",
  )
}

function makeProject(name: string, config: string): void {
  mkdirSync(join(folder, name, 'node_modules'), { recursive: true })
  symlinkSync(join(import.meta.dirname, '../../node_modules/haykal'), join(folder, name, 'node_modules/haykal'))
  writeFileSync(join(folder, name, 'haykal.config.ts'), config)
}

interface Run {
  readonly env?: { readonly [name: string]: string }
  readonly input?: string
}

interface Ended {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Runs the command in a process of its own. */
function run(args: readonly string[], { env = {}, input = '' }: Run = {}): Ended {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], {
    cwd: folder,
    input,
    encoding: 'utf8',
    env: { PATH: process.env.PATH ?? '', NODE_COMPILE_CACHE: compileCache, ...env },
    timeout: 15_000,
  })
  return { status, stdout, stderr }
}

const runHere = async (args: readonly string[], how: Run = {}): Promise<Ended> =>
  await runIn(args, { cwd: folder, ...how })

/** Every file below the folder, with a digest. */
function snapshot(path = folder): string[] {
  return readdirSync(path, { withFileTypes: true }).flatMap((entry) => {
    const inside = join(path, entry.name)
    if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : [inside, ...snapshot(inside)]
    return [`${inside} ${createHash('sha256').update(readFileSync(inside)).digest('hex')}`]
  })
}

interface Wrong {
  readonly name: string
  readonly args: () => readonly string[]
  /** What must be in the one sentence. */
  readonly says: RegExp
  readonly how?: Run
  /** In a process of its own, as what is wrong might concern the whole of it. */
  readonly isAlone?: boolean
}

/** Wrong in one way. */
const wrongs: readonly Wrong[] = [
  {
    name: 'a missing file',
    isAlone: true,
    args: () => ['start', 'missing.sqlite'],
    says: /missing\.sqlite: check the path/,
  },
  { name: 'a text file', isAlone: true, args: () => ['start', 'notes.txt'], says: /notes\.txt is a text file/ },
  { name: 'an encrypted or foreign file', isAlone: true, args: () => ['start', 'sealed.sqlite'], says: /encrypted/ },
  { name: 'a file that is cut off', isAlone: true, args: () => ['start', 'cut.sqlite'], says: /cut off/ },
  {
    name: 'an empty file',
    args: () => ['start', 'empty.sqlite'],
    says: /nothing to show in empty: it has no tables\.$/,
  },
  {
    name: 'a folder that is no project',
    isAlone: true,
    args: () => ['start', 'a-folder'],
    says: /is a folder without haykal\.config\.ts/,
  },
  { name: 'no project here', args: () => ['start'], says: /no haykal\.config\.ts in this folder/ },
  {
    name: 'an address that nobody answers',
    isAlone: true,
    args: () => ['start', 'postgres://127.0.0.1:1/shop'],
    says: /127\.0\.0\.1:1/,
  },
  {
    name: 'an address of another database',
    args: () => ['start', 'mysql://127.0.0.1/shop'],
    says: /no database that Haykal knows/,
  },
  { name: 'two targets', args: () => ['start', 'good.sqlite', 'cut.sqlite'], says: /"cut\.sqlite" is one too many/ },
  {
    name: 'a port in use',
    isAlone: true,
    args: () => ['start', 'good.sqlite', '--port', String(busyPort)],
    says: /Port \d+ on 127\.0\.0\.1 is in use by another program/,
  },
  {
    name: 'a port in use, for a project',
    args: () => ['start', demoProject, '--port', String(busyPort), '--data', 'new'],
    says: /in use by another program/,
  },
  {
    name: 'a host of another machine',
    args: () => ['start', 'good.sqlite', '--host', '192.0.2.1'],
    says: /192\.0\.2\.1 is no address of this machine/,
  },
  {
    name: 'a data folder that is a file',
    isAlone: true,
    args: () => ['start', 'good.sqlite', '--data', 'notes.txt', '--port', '0'],
    says: /cannot be made or written: choose another one with --data/,
  },
  {
    name: 'a place where no folder can be made',
    args: () => ['start', 'good.sqlite', '--data', '/proc/haykal', '--port', '0'],
    says: /\/proc\/haykal cannot be made or written/,
  },
  {
    name: 'a project without its export',
    args: () => ['start', 'no-export', '--port', '0'],
    says: /must export `project`/,
  },
  {
    name: 'a project that cannot be read',
    args: () => ['start', 'broken', '--port', '0'],
    says: /haykal\.config\.ts cannot be loaded: /,
  },
  {
    name: 'a project that throws',
    args: () => ['start', 'throws', '--port', '0'],
    says: /cannot be loaded: the moon is down \(.*haykal\.config\.ts:1/,
  },
  {
    name: 'a project with a mistake',
    args: () => ['start', 'mistaken', '--port', '0'],
    says: /model "orders", field "customer": there is no model "customers"/,
  },
  {
    name: 'a project whose database does not answer',
    args: () => ['start', demoProject, '--data', 'new', '--port', '0'],
    says: /127\.0\.0\.1:1/,
    how: { env: { DATABASE_URL: 'postgres://127.0.0.1:1/shop' } },
  },
  {
    name: 'pages that are not built',
    args: () => ['start', 'good.sqlite', '--web', 'a-folder'],
    says: /no built pages/,
  },
  {
    name: 'a flag that there is not',
    args: () => ['start', '--prot', '3000'],
    says: /'--prot': see "haykal start --help"/,
  },
  { name: 'a flag without its value', args: () => ['start', '--port'], says: /--port/ },
  { name: 'a command that there is not', args: () => ['strat'], says: /no command "strat"/ },
  {
    name: 'a port that is none',
    args: () => ['start', 'good.sqlite', '--port', '80a'],
    says: /^--port is not right: it must be a whole number from 0 to 65535\.$/,
  },
  {
    name: 'PORT that is none',
    args: () => ['start', 'good.sqlite'],
    says: /^PORT is not right/,
    how: { env: { PORT: '-1' } },
  },
  {
    name: 'HOST that is none',
    args: () => ['start', 'good.sqlite'],
    says: /^HOST is not right/,
    how: { env: { HOST: 'a b' } },
  },
  {
    name: 'PUBLIC_URL with a path',
    args: () => ['start', 'good.sqlite'],
    says: /^PUBLIC_URL is not right.*without a path\.$/,
    how: { env: { PUBLIC_URL: 'https://example.com/app' } },
  },
  {
    name: 'HAYKAL_SECRET that is short',
    args: () => ['start', 'good.sqlite'],
    says: /^HAYKAL_SECRET is not right: it must be at least 32/,
    how: { env: { HAYKAL_SECRET: 'short' } },
  },
  {
    name: 'LOG_LEVEL that there is not',
    args: () => ['start', 'good.sqlite'],
    says: /^LOG_LEVEL is not right: it must be one of silent/,
    how: { env: { LOG_LEVEL: 'loud' } },
  },
  ...['0', '11', 'soon', '-1', '1e9'].map((seconds) => ({
    name: `HAYKAL_LIST_SECONDS of ${seconds}`,
    args: () => ['start', 'good.sqlite'],
    says: /^HAYKAL_LIST_SECONDS is not right: it must be a number of seconds from 0\.001 to 10\.$/,
    how: { env: { HAYKAL_LIST_SECONDS: seconds } },
  })),
  { name: 'a scale that is none', args: () => ['start', 'good.sqlite', '--scale=-1'], says: /--scale is not right/ },
  {
    name: 'a person without an address',
    args: () => ['user', 'create', '--role', 'owner'],
    says: /Name the email address/,
  },
  {
    name: 'a person without a role',
    args: () => ['user', 'create', 'a@b.c', '--password-stdin'],
    says: /--role: owner, editor, reader/,
  },
  {
    name: 'a password that is not piped in',
    args: () => ['user', 'create', 'a@b.c', '--role', 'owner'],
    says: /--password-stdin/,
  },
  { name: 'models of a project to unlock', args: () => ['unlock', 'orders', demoProject], says: /is a project/ },
  { name: 'no models to unlock', args: () => ['unlock', 'good.sqlite'], says: /Name the models/ },
  {
    name: 'a model that there is not',
    args: () => ['unlock', 'Things', 'good.sqlite'],
    says: /no model Things in this database: there are things/,
  },
  { name: 'nothing to introspect', args: () => ['introspect'], says: /Name a database/ },
]

describe('what the person can put right', () => {
  it.each(wrongs)(
    'is said in one sentence, and nothing is made or changed: $name',
    async ({ name, args, says, how = {}, isAlone = false }) => {
      const before = snapshot()
      const { status, stdout, stderr } = isAlone ? run(args(), how) : await runHere(args(), how)
      expect({ status, stdout, stderr: stderr.trim() }).toEqual({
        status: 2,
        stdout: '',
        stderr: expect.stringMatching(says),
      })
      expect(stderr).not.toMatch(/ {4}at |node:internal/)
      const lines = stderr.trim().split('\n')
      expect(lines.length).toBeLessThanOrEqual(name === 'a project with a mistake' ? 2 : 1)
      expect(snapshot()).toEqual(before)
    },
  )

  it('is said of a database that another program has locked', () => {
    const file = makeDatabase('locked.sqlite')
    const other = new DatabaseSync(file)
    other.exec('begin exclusive')
    const { status, stderr } = run(['start', 'locked.sqlite', '--port', '0'])
    other.exec('rollback')
    other.close()
    expect(status).toBe(2)
    expect(stderr).toMatch(/locked\.sqlite is locked by another program/)
    expect(existsSync(`${file}.haykal`)).toBe(false)
  })

  it('is said in JSON where that was asked for', async () => {
    const { status, stderr } = await runHere(['start', 'missing.sqlite', '--json'])
    expect(status).toBe(2)
    expect(JSON.parse(stderr)).toEqual({ error: expect.stringContaining('missing.sqlite') })
  })
})

describe('help', () => {
  it('names every command', async () => {
    const { status, stdout } = await runHere(['--help'])
    expect(status).toBe(0)
    for (const name of ['start', 'dev', 'user create', 'user suspend', 'unlock', 'introspect', 'openapi', 'doctor'])
      expect(stdout).toContain(name)
  })

  it.each([
    'start',
    'dev',
    'user create',
    'user suspend',
    'user resume',
    'user reset-password',
    'unlock',
    'introspect',
    'openapi',
    'doctor',
    'runserver',
    'createsuperuser',
    'inspectdb',
  ])('is there for %s', async (name) => {
    const { status, stdout } = await runHere([...name.split(' '), '--help'])
    expect(status).toBe(0)
    expect(stdout).toMatch(/^haykal \w/)
    expect(stdout).toContain('--json')
  })
})

describe('doctor', () => {
  it('tells each setting and where it came from, and no secret', async () => {
    const env = {
      PORT: '8080',
      DATABASE_URL: 'postgres://shop:geheim@db.example/shop',
      HAYKAL_SECRET: 's'.repeat(40),
      PUBLIC_URL: 'https://shop.example',
    }
    const { status, stdout } = await runHere(['doctor', '--json'], { env })
    expect(status).toBe(0)
    expect(stdout).not.toMatch(/geheim|ssss/)
    expect(JSON.parse(stdout).settings).toEqual([
      { name: 'PORT', value: '8080', source: 'environment' },
      { name: 'HOST', value: '127.0.0.1', source: 'default' },
      { name: 'DATABASE_URL', value: 'postgres://shop:…@db.example/shop', source: 'environment' },
      { name: 'HAYKAL_DATA', source: 'not set' },
      { name: 'PUBLIC_URL', value: 'https://shop.example', source: 'environment' },
      { name: 'HAYKAL_SECRET', value: '(secret)', source: 'environment' },
      { name: 'LOG_LEVEL', value: 'warn', source: 'default' },
      { name: 'HAYKAL_LIST_SECONDS', value: '3', source: 'default' },
    ])
  })
})

describe('introspect', () => {
  it('tells the models of a database and leaves it as it was', async () => {
    const before = snapshot()
    const { status, stdout } = await runHere(['inspectdb', 'good.sqlite'])
    expect({ status, stdout }).toEqual({
      status: 0,
      stdout: expect.stringMatching(
        /^things: Thing, table, key id, title name\n {2}id +integer, key.*1 model of 1 object, 0 not shown, 0 doubts\.\n$/s,
      ),
    })
    expect(JSON.parse((await runHere(['introspect', 'good.sqlite', '--json'])).stdout)).toMatchObject({
      guesses: [{ definition: { name: 'things', key: ['id'] }, alternatives: {} }],
      objects: [{ name: 'things', type: 'table', model: 'things', doubts: [] }],
    })
    expect(snapshot()).toEqual(before)
  })

  it('tells every object and each doubt in words, and what cannot be unlocked', async () => {
    const made = new DatabaseSync(join(folder, 'wild.sqlite'))
    made.exec(`
      create table things (id integer primary key, name text);
      create table bare (x text) strict;
      create view loud as select upper(name) as name from things;
      create view broken as select colour from things;
      create virtual table words using fts5(text);
    `)
    made.close()
    const { stdout } = await runHere(['introspect', 'wild.sqlite'])
    for (const head of ['things: Thing, table', 'bare: ', 'loud: ', 'broken: not shown (view)', 'words: '])
      expect(`\n${stdout}`).toContain(`\n${head}`)
    expect(stdout).toContain('  ? It cannot be read. The database says: no such column: colour')
    expect(stdout).toMatch(/\n\d+ models of \d+ objects, [1-9]\d* not shown, [1-9]\d* doubts\.\n$/)
    const ready = await runHere(['start', 'wild.sqlite', '--port', '0'])
    expect(ready.stdout).toMatch(
      /\d+ doubts about what its tables are: see http:\S+\/-\/settings\/adoption\n.*introspect .*wild\.sqlite/,
    )
    expect(await runHere(['unlock', 'loud', 'wild.sqlite'])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('loud is a view: it can be read only.'),
    })
  })
})

describe('user create', () => {
  it('makes people, once for each address, and says what is wrong', async () => {
    const create = (email: string, input = password) =>
      runHere(['createsuperuser', email, demoProject, '--data', 'people', '--password-stdin'], { input: `${input}\n` })
    expect(await create('layla@example.com')).toMatchObject({
      status: 0,
      stdout: 'Created layla <layla@example.com> as owner.\n',
    })
    expect(await create('LAYLA@example.com')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('email: Another record has this value already.'),
    })
    expect(await create('omar@example.com', 'short')).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/^The person was not created\. password: Too short: at least 8/),
    })
    const words = 'user create omar@example.com --data people --role reader --name Omar --password-stdin --json'
    const other = run(words.split(' '), { input: password })
    expect(JSON.parse(other.stdout)).toMatchObject({ name: 'Omar', email: 'omar@example.com', role: 'reader' })
  })

  it('takes the roles and attributes of the project', async () => {
    const create = (more: string) =>
      runHere(
        `user create huda@example.com ${demoProject} --data clerks --password-stdin --json ${more}`.trim().split(' '),
        { input: password },
      )
    expect(await create('--role boss')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('owner, editor, reader, clerk, guest'),
    })
    expect(await create('--role clerk --attribute pay=1')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('known are country, desk'),
    })
    expect(await create('--role clerk --attribute country=XX --attribute desk=0')).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/attributes\/country.*attributes\/desk/),
    })
    const made = await create('--role clerk --attribute country=EG --attribute desk=4')
    expect(JSON.parse(made.stdout)).toMatchObject({ role: 'clerk', attributes: { country: 'EG', desk: 4 } })
  })
})

describe('user suspend, resume and reset-password', () => {
  it('find the person by address, do it, and say what is refused', async () => {
    const user = (words: string, input?: string) =>
      runHere(`user ${words} ${demoProject} --data access`.split(' '), input === undefined ? {} : { input })
    await user('create sami@example.com --role owner --password-stdin', password)
    await user('create noor@example.com --role reader --password-stdin', password)
    expect(await user('suspend NOOR@example.com')).toMatchObject({
      status: 0,
      stdout: 'noor <noor@example.com> is suspended, and signed out everywhere.\n',
    })
    expect(await user('resume noor@example.com')).toMatchObject({
      stdout: 'noor <noor@example.com> may sign in again.\n',
    })
    expect(await user('suspend sami@example.com')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('the last owner'),
    })
    expect(await user('suspend nobody@example.com')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('Nobody has the address nobody@example.com.'),
    })
    const { stdout } = await user('reset-password noor@example.com --public-url https://press.example')
    expect(stdout).toMatch(/https:\/\/press\.example\/-\/password#[\w-]{43}\n/)
  })
})

interface Running {
  readonly child: ChildProcess
  readonly ready: {
    readonly url: string
    readonly setupUrl?: string
    readonly models: readonly string[]
    readonly locked: readonly string[]
  }
  /** Ends it with a signal and gives the exit status. */
  stop(signal?: NodeJS.Signals): Promise<number | null>
}

async function start(args: readonly string[], env: { readonly [name: string]: string } = {}): Promise<Running> {
  const child = spawn(process.execPath, [main, 'start', ...args, '--port', '0', '--json'], {
    cwd: folder,
    env: { PATH: process.env.PATH ?? '', ...env },
  })
  const ready = await new Promise<Running['ready']>((resolve, reject) => {
    let printed = ''
    child.stdout.on('data', (chunk) => {
      printed += String(chunk)
      if (printed.includes('\n')) resolve(JSON.parse(printed))
    })
    child.once('exit', (status) => reject(new Error(`ended with ${status}: ${printed}`)))
  })
  return {
    child,
    ready,
    stop: (signal = 'SIGTERM') =>
      new Promise((resolve) => {
        child.once('exit', resolve)
        child.kill(signal)
      }),
  }
}

describe('start', () => {
  it('serves a project: fills it once, prints the set-up address until there is an owner, and stops when asked', async () => {
    cpSync(demoProject, join(folder, 'demo'), { recursive: true })
    mkdirSync(join(folder, 'demo/node_modules'))
    symlinkSync(join(import.meta.dirname, '../../node_modules/haykal'), join(folder, 'demo/node_modules/haykal'))
    const first = await start(['demo'])
    const { url, setupUrl = '' } = first.ready
    expect(setupUrl).toMatch(new RegExp(`^${url}/-/setup#token=[\\w-]{43}$`))
    const owner = { token: setupUrl.split('token=')[1], name: 'Layla', email: 'layla@example.com', password }
    const headers = { 'Content-Type': 'application/json' }
    const done = await fetch(`${url}/api/v1/-/setup`, { method: 'POST', headers, body: JSON.stringify(owner) })
    expect(done.status).toBe(200)
    const cookie = done.headers.getSetCookie()[0]?.split(';')[0] ?? ''
    const list = (await (await fetch(`${url}/api/v1/articles?count=exact`, { headers: { cookie } })).json()) as {
      meta: { count: number }
    }
    expect(list.meta.count).toBe(20)
    expect(await first.stop()).toBe(0)

    const second = await start(['demo'])
    expect(second.ready).not.toHaveProperty('setupUrl')
    const again = (await (
      await fetch(`${second.ready.url}/api/v1/articles?count=exact`, { headers: { cookie } })
    ).json()) as { meta: { count: number } }
    expect(again.meta.count).toBe(20)
    expect(await second.stop('SIGINT')).toBe(0)
    expect(readFileSync(join(folder, 'demo/.haykal/.gitignore'), 'utf8')).toBe('*\n')
  })

  it('finishes what it is doing before it stops', async () => {
    const running = await start(['demo'])
    const requests = Array.from({ length: 20 }, () =>
      fetch(`${running.ready.url}/api/v1/-/boot`).then((response) => response.text()),
    )
    await new Promise((resolve) => setTimeout(resolve, 20))
    const stopped = running.stop()
    const answers = await Promise.allSettled(requests)
    expect(await stopped).toBe(0)
    expect(answers.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThan(0)
    await expect(fetch(`${running.ready.url}/livez`)).rejects.toThrow()
  })

  it('serves a database of somebody else’s, which another process may unlock meanwhile', async () => {
    const file = makeDatabase('adopted.sqlite')
    run(['user', 'create', 'owner@example.com', 'adopted.sqlite', '--role', 'owner', '--password-stdin'], {
      input: password,
    })
    const before = createHash('sha256').update(readFileSync(file)).digest('hex')
    const running = await start(['adopted.sqlite'])
    expect(running.ready).toMatchObject({ models: ['things'], locked: ['things'] })
    const { url } = running.ready
    const headers = { 'Content-Type': 'application/json' }
    const body = JSON.stringify({ email: 'owner@example.com', password })
    const cookie =
      (await fetch(`${url}/api/v1/-/session`, { method: 'POST', headers, body })).headers
        .getSetCookie()[0]
        ?.split(';')[0] ?? ''
    const edit = () =>
      fetch(`${url}/api/v1/things/1`, {
        method: 'PATCH',
        headers: { ...headers, cookie },
        body: JSON.stringify({ values: { name: 'changed' }, base: { name: `thing 0 ${'x'.repeat(50)}` } }),
      })
    expect((await edit()).status).toBe(409)
    expect(createHash('sha256').update(readFileSync(file)).digest('hex')).toBe(before)
    expect(run(['unlock', 'things', 'adopted.sqlite'])).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('Open for editing: things'),
    })
    expect((await edit()).status).toBe(200)
    expect(await running.stop()).toBe(0)
    const written = new DatabaseSync(file, { readOnly: true })
    expect(written.prepare('select name from things where id = 1').get()).toEqual({ name: 'changed' })
    written.close()
  })
})

describe('openapi', () => {
  it('prints the document as an owner sees it', async () => {
    const { status, stdout } = await runHere(['openapi', demoProject, '--data', 'people'])
    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ openapi: '3.1.0', info: { title: 'The press' } })
  })
})
