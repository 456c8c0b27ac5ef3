// Which data folder goes with which file: moved, renamed, copied, restored and exchanged files, and what the command says of each.
import { copyFileSync, cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { foreignWrite, makeFolder, makeOther, makeShop } from '../testing/foreign-file.ts'
import { runHere } from '../testing/run-here.ts'
import { password } from '../testing/test-server.ts'

let folder: ReturnType<typeof makeFolder>
let home: string
beforeEach(() => {
  folder = makeFolder()
  home = folder.path
})
afterEach(() => folder.remove())

const at = (name: string) => join(home, name)

interface Ended {
  readonly status: number
  readonly out: string
  readonly told: string
  readonly asked: readonly string[]
}

/** Runs a command until it would wait; `answer` is what the person at the terminal says, absent where nobody sits. */
async function run(args: readonly string[], answer?: boolean): Promise<Ended> {
  const asked: string[] = []
  const ask = async (question: string) => {
    asked.push(question)
    return answer === true
  }
  const { status, stdout, stderr } = await runHere(args, {
    cwd: home,
    input: password,
    ...(answer === undefined ? {} : { ask }),
  })
  return { status, out: stdout, told: stderr, asked }
}
const start = (args: readonly string[], answer?: boolean) => run(['start', ...args, '--port', '0'], answer)

/** Whether somebody owns what is served: a new data folder has nobody in it. */
function isOwned({ status, told, out }: Ended): boolean {
  expect({ status, told }).toEqual({ status: 0, told: '' })
  return !out.includes('Nobody owns it yet')
}

async function makeOwned(name = 'shop.sqlite', more: readonly string[] = []): Promise<string> {
  const file = makeShop(at(name))
  expect((await start([name, ...more])).status).toBe(0)
  const create = ['user', 'create', 'owner@example.com', name, '--role', 'owner', '--password-stdin', ...more]
  expect((await run(create)).status).toBe(0)
  return file
}

describe('the file at the same path', () => {
  it('goes on with its people, also when it was changed, restored or rewritten', async () => {
    const file = await makeOwned()
    expect(isOwned(await start(['shop.sqlite']))).toBe(true)
    foreignWrite(file, 'alter table artists add column country text; drop table notes')
    expect(isOwned(await start(['shop.sqlite']))).toBe(true)
    rmSync(file)
    makeShop(file)
    expect(isOwned(await start(['shop.sqlite']))).toBe(true)
  })

  it('is refused when it holds another database, and the message names both ways out', async () => {
    const file = await makeOwned()
    rmSync(file)
    makeOther(file)
    const refused = await start(['shop.sqlite'])
    expect(refused.status).toBe(2)
    expect(refused.told).toMatch(
      /holds another database than the one that .*shop\.sqlite\.haykal belongs to, which had albums, artists, notes/,
    )
    expect(refused.told).toMatch(/--same.*--data DIR/)
    expect(isOwned(await start(['shop.sqlite', '--data', 'new']))).toBe(false)
    expect(isOwned(await start(['shop.sqlite', '--same']))).toBe(true)
    // From now on this is the one.
    expect(isOwned(await start(['shop.sqlite']))).toBe(true)
  })

  it('is asked about at a terminal', async () => {
    const file = await makeOwned()
    rmSync(file)
    makeOther(file)
    const no = await start(['shop.sqlite'], false)
    expect({ status: no.status, asked: no.asked.length }).toEqual({ status: 2, asked: 1 })
    const yes = await start(['shop.sqlite'], true)
    expect(yes.asked[0]).toContain('Is it the same database')
    expect({ status: yes.status, isOwned: isOwned(yes) }).toEqual({ status: 0, isOwned: true })
  })
})

describe('a data folder that is named', () => {
  it('is refused when it belongs to another file, even one with the same tables', async () => {
    await makeOwned('shop.sqlite', ['--data', 'data'])
    makeShop(at('second.sqlite'))
    const refused = await start(['second.sqlite', '--data', 'data'])
    expect({ status: refused.status, told: refused.told }).toEqual({
      status: 2,
      told: expect.stringMatching(/data belongs to .*shop\.sqlite, and .*second\.sqlite looks like the same database/),
    })
    makeOther(at('other.sqlite'))
    const other = await start(['other.sqlite', '--data', 'data'])
    expect({ status: other.status, told: other.told }).toEqual({
      status: 2,
      told: expect.stringContaining('holds another database'),
    })
    expect(isOwned(await start(['shop.sqlite', '--data', 'data']))).toBe(true)
  })

  it('goes along with a file that was moved once somebody says so', async () => {
    const file = await makeOwned('shop.sqlite', ['--data', 'data'])
    mkdirSync(at('sub'))
    renameSync(file, at('sub/store.sqlite'))
    expect((await start(['sub/store.sqlite', '--data', 'data'])).status).toBe(2)
    expect(isOwned(await start(['sub/store.sqlite', '--data', 'data', '--same']))).toBe(true)
    expect(isOwned(await start(['sub/store.sqlite', '--data', 'data']))).toBe(true)
  })
})

describe('a file that was renamed or moved', () => {
  it('is recognized: the message names the folder it had, and --was takes it over', async () => {
    const file = await makeOwned()
    renameSync(file, at('store.sqlite'))
    const refused = await start(['store.sqlite'])
    expect(refused.status).toBe(2)
    expect(refused.told).toMatch(
      /shop\.sqlite\.haykal belongs to .*shop\.sqlite, which is not there any more; .*store\.sqlite looks like it/,
    )
    expect(refused.told).toMatch(/--was .*shop\.sqlite\.haykal .*--new/)
    expect(existsSync(at('store.sqlite.haykal'))).toBe(false)
    expect(isOwned(await start(['store.sqlite', '--was', 'shop.sqlite.haykal']))).toBe(true)
    expect(existsSync(at('shop.sqlite.haykal'))).toBe(false)
    expect(isOwned(await start(['store.sqlite']))).toBe(true)
  })

  it('begins anew with --new', async () => {
    renameSync(await makeOwned(), at('store.sqlite'))
    expect(isOwned(await start(['store.sqlite', '--new']))).toBe(false)
    expect(existsSync(at('shop.sqlite.haykal'))).toBe(true)
  })

  it('is asked about at a terminal, and either answer is done', async () => {
    renameSync(await makeOwned(), at('store.sqlite'))
    const no = await start(['store.sqlite'], false)
    expect({ status: no.status, asked: no.asked.length, isOwned: isOwned(no) }).toEqual({
      status: 0,
      asked: 1,
      isOwned: false,
    })
    rmSync(at('store.sqlite.haykal'), { recursive: true })
    const yes = await start(['store.sqlite'], true)
    expect({ status: yes.status, isOwned: isOwned(yes) }).toEqual({ status: 0, isOwned: true })
  })

  it('is recognized from the folder in which the command is given, and after a copy whose original is gone', async () => {
    const file = await makeOwned()
    mkdirSync(at('sub'))
    copyFileSync(file, at('sub/store.sqlite'))
    rmSync(file)
    expect((await start(['sub/store.sqlite'])).told).toContain('--was')
  })

  it('together with its data folder goes on without a question', async () => {
    mkdirSync(at('one'))
    await makeOwned('one/shop.sqlite')
    renameSync(at('one'), at('two'))
    expect(isOwned(await start(['two/shop.sqlite']))).toBe(true)
  })

  it('is not found at its old name, which says that it may have been moved', async () => {
    renameSync(await makeOwned(), at('store.sqlite'))
    expect((await start(['shop.sqlite'])).told).toMatch(
      /There is no .*shop\.sqlite, but .*shop\.sqlite\.haykal remembers it.*--was/,
    )
  })

  it('is not guessed for any other command, which says to start first', async () => {
    renameSync(await makeOwned(), at('store.sqlite'))
    const create = ['user', 'create', 'two@example.com', 'store.sqlite', '--role', 'owner', '--password-stdin']
    const refused = await run(create)
    expect({ status: refused.status, told: refused.told }).toEqual({
      status: 2,
      told: expect.stringContaining('--was'),
    })
    expect(existsSync(at('store.sqlite.haykal'))).toBe(false)
  })
})

describe('a file that is new', () => {
  it('beside others that are where they were gets a data folder of its own', async () => {
    const file = await makeOwned()
    copyFileSync(file, at('copy.sqlite'))
    makeOther(at('other.sqlite'))
    for (const name of ['copy.sqlite', 'other.sqlite']) {
      const ended = await start([name])
      expect({ status: ended.status, isOwned: isOwned(ended) }).toEqual({ status: 0, isOwned: false })
    }
  })

  it('beside a folder of a file that is gone, but was another database, gets one too', async () => {
    rmSync(await makeOwned())
    makeOther(at('other.sqlite'))
    expect(isOwned(await start(['other.sqlite']))).toBe(false)
  })

  it('is not fooled by folders that are none, or that remember nothing', async () => {
    mkdirSync(at('empty.haykal'))
    mkdirSync(at('odd.haykal/haykal.sqlite'), { recursive: true })
    cpSync(makeOther(at('engine.sqlite')), at('strange.haykal/haykal.sqlite'))
    makeShop(at('shop.sqlite'))
    expect((await start(['shop.sqlite'])).status).toBe(0)
  })
})

describe('answers that do not go together', () => {
  it.each([
    [['--was', 'nothing'], /nothing is no data folder of Haykal/],
    [['--was', 'shop.sqlite.haykal', '--new'], /--was and --new say opposite things/],
    [['--new', '--data', 'data'], /--data names another one/],
    [['--was', 'two.sqlite.haykal'], /has a data folder of its own/],
  ])('are told: %s', async (flags, says) => {
    await makeOwned()
    makeOther(at('two.sqlite'))
    await start(['two.sqlite'])
    const refused = await start(['shop.sqlite', ...flags])
    expect({ status: refused.status, told: refused.told }).toEqual({ status: 2, told: expect.stringMatching(says) })
  })
})
