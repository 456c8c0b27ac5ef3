// A CSV file goes into a project and into an unlocked database, and whatever is wrong with it is told in sentences that say what to do.
import { spawn, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as pause } from 'node:timers/promises'
import { openRecords } from '@haykal/records'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { findTarget } from '../project/find-target.ts'
import { openTarget } from '../project/open-target.ts'
import { type EndedHere, runHere } from '../testing/run-here.ts'
import { demoProject } from '../testing/test-server.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'haykal-import-'))
  cpSync(demoProject, join(folder, 'press'), { recursive: true })
  symlinkSync(join(import.meta.dirname, '../../node_modules'), join(folder, 'node_modules'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))
beforeEach(async () => {
  rmSync(join(folder, 'press', '.haykal'), { recursive: true, force: true })
  // Makes the database and fills it.
  await haykal(['openapi', 'press'])
})

const haykal = async (args: readonly string[], input = ''): Promise<EndedHere> =>
  await runHere(args, { cwd: folder, input })

/** Writes a file and imports it into the project. */
async function importing(
  model: string,
  content: string | Uint8Array,
  flags: readonly string[] = [],
): Promise<EndedHere> {
  writeFileSync(join(folder, 'rows.csv'), content)
  return await haykal(['import', model, 'rows.csv', 'press', ...flags])
}

function query(sql: string): readonly { readonly [column: string]: unknown }[] {
  const file = new DatabaseSync(join(folder, 'press/.haykal/data.sqlite'), { readOnly: true })
  try {
    return file.prepare(sql).all() as { [column: string]: unknown }[]
  } finally {
    file.close()
  }
}

const latest = 'select title, author, status, words from articles where id > 20 order by id'

describe('a file of rows', () => {
  it('goes in as one change-set, by names or labels, keys or titles, and says so', async () => {
    const { status, stdout } = await importing(
      'articles',
      '\ufeffTitle,Author,words\r\n"One, two",1,٣\r\n"Three\r\nfour",Müller & Söhne,\r\n',
    )
    expect(status, stdout).toBe(1)
    const good = await importing('articles', '\ufeffTitle,Author,words\r\n"One, two",1,٣\r\nFour,Müller & Söhne,\r\n')
    expect(good.status).toBe(0)
    expect(good.stdout).toMatch(/^2 rows: 2 created, 0 edited, 0 unchanged, 0 rejected\.\nChange-set \w+: /)
    expect(query(latest)).toMatchObject([
      { title: 'One, two', author: 1, status: 'draft', words: 3 },
      { title: 'One, two', author: 1, status: 'draft', words: 3 },
      { title: 'Four', author: 2, status: 'draft', words: null },
    ])
    expect(existsSync(join(folder, 'rows.csv.rejects.csv'))).toBe(false)
  })

  it('lets the good rows in, and writes the bad ones with line and reason, to be mended and imported as they are', async () => {
    const { status, stdout, stderr } = await importing(
      'articles',
      'title,author,words\nGood,1,5\n\n"Bad\nlines",9,x\nShort,1\nGood too,2,\n',
    )
    expect(status).toBe(1)
    expect(stdout).toMatch(
      /^4 rows: 2 created, 0 edited, 0 unchanged, 2 rejected\.\nThe rejected rows are in rows\.csv\.rejects\.csv/,
    )
    expect(stderr).toBe(
      'Line 4: author: There is no such record. words: This is not a number. title: This is not a value that fits here.\n' +
        'Line 6: This row has 2 cells, and the header has 3. A value with a delimiter in it stands in quotes.\n',
    )
    const rejects = readFileSync(join(folder, 'rows.csv.rejects.csv'), 'utf8')
    expect(rejects).toMatch(
      /^title,author,words,line,problems\n"Bad\nlines",9,x,4,author: There .*\nShort,1,,6,"This row/,
    )
    const mended = rejects.replace('"Bad\nlines",9,x', 'Mended,1,7').replace('Short,1,', 'Short,1,8')
    expect(await importing('articles', mended)).toMatchObject({ status: 0 })
    expect(query(latest)).toHaveLength(4)
    expect(existsSync(join(folder, 'rows.csv.rejects.csv'))).toBe(false)
  })

  it('edits what it matches, as JSON says', async () => {
    const { status, stdout } = await importing(
      'articles',
      'id,title,words,createdAt\n1,Article 01,0,2020-01-01T00:00:00Z\n2,Renamed,10,\n',
      ['--json'],
    )
    expect(JSON.parse(stdout)).toEqual({
      model: 'articles',
      rows: 2,
      created: 0,
      edited: 1,
      unchanged: 1,
      rejected: 0,
      match: ['id'],
      ignored: ['createdAt'],
      changeSet: expect.any(String),
      dryRun: false,
      written: true,
      rejects: null,
      problems: [],
    })
    expect(status).toBe(0)
  })

  it('is tried without being written, and is written whole or not at all', async () => {
    const rows = 'title,author\nGood,1\nBad,9\n'
    const tried = await importing('articles', rows, ['--dry-run'])
    expect(tried).toMatchObject({ status: 1 })
    expect(tried.stdout).toMatch(
      /^Nothing was written: this was a dry run\.\n2 rows: 1 would be created, .* 1 rejected\./,
    )
    const whole = await importing('articles', rows, ['--all-or-nothing'])
    expect(whole).toMatchObject({ status: 2 })
    expect(whole.stdout).toMatch(
      /^Nothing was written, as not all rows could go in\..*mend those lines, and import the file again\.\n$/s,
    )
    expect(query(latest)).toEqual([])
  })

  it('goes in for a person, under their rules', async () => {
    await haykal(
      ['user', 'create', 'clerk@x.org', 'press', '--role', 'editor', '--password-stdin'],
      'a sentence is good',
    )
    await haykal(
      ['user', 'create', 'reader@x.org', 'press', '--role', 'reader', '--password-stdin'],
      'a sentence is good',
    )
    expect(await importing('articles', 'title,author\nMine,1\n', ['--as', 'clerk@x.org'])).toMatchObject({ status: 0 })
    const reader = await importing('articles', 'title,author\nMine,1\n', ['--as', 'reader@x.org'])
    expect(reader).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('the role of reader@x.org allows neither'),
    })
    const by = query(`select count(*) as n from haykal_history where means = 'import' and "by" is not null`)
    expect(by).toMatchObject([{ n: 1 }])
  })

  it('is compared with the file that it was made from', async () => {
    writeFileSync(join(folder, 'base.csv'), 'id,title,words\n1,Article 01,7\n2,Article 02,10\n')
    const { status, stderr, stdout } = await importing(
      'articles',
      'id,title,words\n1,Article 01,8\n2,Article 02,11\n',
      ['--base', 'base.csv'],
    )
    expect(stdout).toMatch(/1 edited, 0 unchanged, 1 rejected/)
    expect(stderr).toBe('Line 2: words: Someone changed this meanwhile.\n')
    expect(status).toBe(1)
  })

  it('is read in other encodings and with other delimiters', async () => {
    const wide = Buffer.from('\ufefftitle\tauthor\nمقال\tمكتبة النيل\n', 'utf16le')
    expect(await importing('articles', wide, ['--delimiter', 'tab'])).toMatchObject({ status: 0, stderr: '' })
    const arabic = Buffer.from([...Buffer.from('title;author\n'), 0xe3, 0xde, 0xc7, 0xe1, 0x3b, 0x31, 0x0a])
    expect(await importing('articles', arabic, ['--delimiter', ';', '--encoding', 'windows-1256'])).toMatchObject({
      status: 0,
    })
    expect(query(latest)).toMatchObject([
      { title: 'مقال', author: 1 },
      { title: 'مقال', author: 1 },
    ])
  })
})

interface Wrong {
  readonly name: string
  readonly content: string | Uint8Array
  readonly flags?: readonly string[]
  readonly model?: string
  /** What must be in the sentences. */
  readonly says: RegExp
}

const broken = Buffer.from([...Buffer.from('title,author\nGood,1\nMu'), 0xff, ...Buffer.from('ller,1\n')])

const wrongs: readonly Wrong[] = [
  { name: 'nothing', content: '', says: /rows\.csv is empty: its first line must hold the names/ },
  { name: 'only blank lines', content: '\n\n', says: /is empty/ },
  {
    name: 'an unknown column',
    content: 'title,author,colour\nA,1,red\n',
    says: /no field for the column “colour”: rename it or remove it\. The fields are id, title, author/,
  },
  { name: 'a doubled header', content: 'title,author,Title\nA,1,B\n', says: /“Title” is there twice/ },
  { name: 'a column without a name', content: 'title,,author\nA,,1\n', says: /Column 2 has no name/ },
  { name: 'a missing required column', content: 'title\nA\n', says: /The column “author” is missing/ },
  {
    name: 'another delimiter',
    content: 'title;author\nA;1\n',
    says: /The header is one column: .* say --delimiter ";"/,
  },
  {
    name: 'another encoding',
    content: broken,
    says: /is not in UTF-8: line 3 has bytes .* such as --encoding windows-1256/,
  },
  {
    name: 'an unknown encoding',
    content: 'title,author\n',
    flags: ['--encoding', 'klingon'],
    says: /"klingon" is no encoding that is known here/,
  },
  {
    name: 'a spreadsheet',
    content: Buffer.from('PK\u0003\u0004 xl/workbook.xml'),
    says: /is a spreadsheet .* save it as CSV first/,
  },
  {
    name: 'an image',
    content: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 1, 2]),
    says: /is no text: save it as CSV first/,
  },
  {
    name: 'a quote that is never closed',
    content: 'title,author\nA,1\n"B,1\nC,1\n',
    says: /a quote in the row that begins in line 3 is never closed/,
  },
  {
    name: 'a quote inside of a value',
    content: 'title,author\nA,1\nB "b",1\n',
    says: /a value in the row that begins in line 3 has a quote inside/,
  },
  {
    name: 'a match that is no column',
    content: 'title,author\nA,1\n',
    flags: ['--match', 'words'],
    says: /cannot be matched by “words”: there is no such column/,
  },
  {
    name: 'a base without a match',
    content: 'title,author\nA,1\n',
    flags: ['--base', 'rows.csv'],
    says: /of use only where rows are matched/,
  },
  {
    name: 'an unknown model',
    model: 'things',
    content: 'title\nA\n',
    says: /no model "things": there are articles, authors/,
  },
  {
    name: 'an unknown person',
    content: 'title,author\nA,1\n',
    flags: ['--as', 'no@x.org'],
    says: /Nobody here has the address no@x\.org/,
  },
  {
    name: 'a delimiter that is none',
    content: 'title,author\nA,1\n',
    flags: ['--delimiter', '"'],
    says: /--delimiter is not right/,
  },
  {
    name: 'a file of rejected rows that is something else',
    content: 'title,author\nA,1\n',
    flags: ['--rejects', 'press/haykal.config.ts'],
    says: /holds no rejected rows: name another file/,
  },
  {
    name: 'rejected rows in the file itself',
    content: 'title,author\nA,1\n',
    flags: ['--rejects', 'rows.csv'],
    says: /names the file that is imported/,
  },
]

describe('a file that is wrong', () => {
  it.each(wrongs)(
    'with $name is told in one sentence, with status 2, and nothing is written',
    async ({ content, flags = [], model = 'articles', says }) => {
      const { status, stdout, stderr } = await importing(model, content, flags)
      expect(stderr).toMatch(says)
      expect(stderr.trim().split('\n')).toHaveLength(1)
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
      expect(query('select count(*) as n from articles')).toMatchObject([{ n: 20 }])
    },
  )

  it('is told where it is not there, and where it is a folder', async () => {
    expect(await haykal(['import', 'articles', 'nothing.csv', 'press'])).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/There is no file .*nothing\.csv: check the path/),
    })
    expect(await haykal(['import', 'articles', 'press', 'press'])).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/is no file: name a CSV file/),
    })
    expect(await haykal(['import', 'articles'])).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/Name the model and the file/),
    })
  })

  it('keeps good rows among ten in a hundred bad ones', async () => {
    const rows = Array.from({ length: 200 }, (_, index) => `Row ${index},${index % 10 === 3 ? 'nobody' : 1}`)
    const { status, stdout } = await importing('articles', `title,author\n${rows.join('\n')}\n`, ['--json'])
    expect(status).toBe(1)
    expect(JSON.parse(stdout)).toMatchObject({ created: 180, rejected: 20 })
    const rejects = readFileSync(join(folder, 'rows.csv.rejects.csv'), 'utf8').trim().split('\n')
    expect(rejects.slice(1).map((line) => line.split(',')[2])).toEqual(
      Array.from({ length: 20 }, (_, index) => String(index * 10 + 5)),
    )
  })
})

describe('an adopted database', () => {
  it('takes rows once its model is unlocked', async () => {
    const file = new DatabaseSync(join(folder, 'shop.sqlite'))
    file.exec('create table things (code text primary key, name text not null, price numeric)')
    file.close()
    writeFileSync(join(folder, 'things.csv'), 'code,name,price\na,Apple,1.5\nb,Bread,2\nc,,3\n')
    const locked = await haykal(['import', 'things', 'things.csv', 'shop.sqlite'])
    expect(locked).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('things is locked. Open it for editing with "haykal unlock things'),
    })
    expect(await haykal(['unlock', 'things', 'shop.sqlite'])).toMatchObject({ status: 0 })
    expect(await haykal(['import', 'things', 'things.csv', 'shop.sqlite', '--json'])).toMatchObject({ status: 1 })
    writeFileSync(join(folder, 'things.csv'), 'code,name\na,Apple\nb,Brown bread\n')
    const again = await haykal(['import', 'things', 'things.csv', 'shop.sqlite', '--json'])
    expect(JSON.parse(again.stdout)).toMatchObject({ created: 0, edited: 1, unchanged: 1, match: ['code'] })
    const after = new DatabaseSync(join(folder, 'shop.sqlite'), { readOnly: true })
    expect(after.prepare('select * from things order by code').all()).toMatchObject([
      { code: 'a', name: 'Apple', price: 1.5 },
      { code: 'b', name: 'Brown bread', price: 2 },
    ])
    after.close()
  })
})

it('ends the process with its status', () => {
  writeFileSync(join(folder, 'rows.csv'), 'title,author\nGood,1\nBad,9\n')
  const main = join(import.meta.dirname, '../main.ts')
  const { status, stderr } = spawnSync(process.execPath, [main, 'import', 'articles', 'rows.csv', 'press'], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: process.env.PATH ?? '' },
  })
  expect({ status, stderr }).toEqual({
    status: 1,
    stderr: expect.stringContaining('Line 3: author: There is no such record.'),
  })
})

it('lets those who save into the same file meanwhile have their turn', async () => {
  const rows = Array.from({ length: 4_000 }, (_, index) => `Row ${index},1`)
  writeFileSync(join(folder, 'rows.csv'), `title,author\n${rows.join('\n')}\n`)
  const settings = { port: 3000, host: '127.0.0.1', logLevel: 'silent' }
  const served = await openTarget(findTarget('press', folder), {
    settings,
    cwd: folder,
    scale: 1,
    modules: {},
    say: () => {},
  })
  const records = openRecords(await served.state.records(), { id: null, role: 'owner' })
  const importing = spawn(
    process.execPath,
    [join(import.meta.dirname, '../main.ts'), 'import', 'articles', 'rows.csv', 'press'],
    { cwd: folder, stdio: 'ignore' },
  )
  let status: number | null | undefined
  importing.on('exit', (code) => {
    status = code
  })
  let saves = 0
  let whileWritten = 0
  while (status === undefined) {
    await records.edit('articles', '3', { values: { words: saves + 1 }, base: { words: saves === 0 ? 20 : saves } })
    saves += 1
    const count = (await records.list('articles', { limit: 1, count: 'exact' })).meta.count ?? 0
    if (count > 20 && count < 4_020) whileWritten += 1
    await pause(20)
  }
  await served.close()
  expect(status).toBe(0)
  expect(whileWritten).toBeGreaterThan(2)
  expect(query('select words from articles where id = 3')).toEqual([{ words: saves }])
  expect(query('select count(*) as n from articles')).toEqual([{ n: 4_020 }])
})
