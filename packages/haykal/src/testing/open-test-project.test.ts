// The kit that a project tests its rules with: what it says of mistakes in a test, and that it runs under other runners too.
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, expectTypeOf, test } from 'vitest'
import { bytes, computed, defineModel, defineProject, integer, relation, text } from '../index.ts'
import { defineProjectServer, defineServer } from '../server.ts'
import { openTestProject, type TestProject } from '../testing.ts'

const author = defineModel({
  name: 'authors',
  title: 'name',
  fields: { name: text({ required: true, unique: true }), region: text(), salary: integer() },
})

const article = defineModel({
  name: 'articles',
  title: 'title',
  fields: {
    title: text({ required: true, maxLength: 20 }),
    author: relation({ to: 'authors', required: true }),
    words: integer({ default: 100 }),
    pages: computed({ from: 'words / 50', as: integer() }),
    picture: bytes(),
  },
})

const tagging = defineModel({
  name: 'taggings',
  key: ['article', 'tag'],
  fields: { article: relation({ to: 'articles' }), tag: text() },
})

const project = defineProject({
  name: 'paper',
  label: 'Paper',
  models: [author, article, tagging],
  roles: { clerk: { label: 'Clerk', like: 'reader' } },
  people: { fields: { region: text({ maxLength: 5 }) } },
})

const server = defineProjectServer(project, {
  models: [
    defineServer(author, { rules: { clerk: { read: { region: { eq: '$me.region' } }, hide: ['salary'] } } }),
    defineServer(article, {
      rules: {
        clerk: { read: { 'author.region': { eq: '$me.region' } }, edit: { where: true, fields: ['words'] } },
        editor: { read: true, edit: true },
      },
    }),
  ],
  endpoints: [],
})

let paper: TestProject<typeof project>
beforeAll(async () => {
  paper = await openTestProject(project, server, { now: () => new Date('2026-11-21T06:50:00.000Z') })
  const [nile, rhine] = await paper.put('authors', [
    { name: 'Nile', region: 'EG', salary: 10 },
    { name: 'Rhine', region: 'DE' },
  ])
  const [river] = await paper.put('articles', [
    { title: 'River', author: nile.id },
    { title: 'Bridge', author: rhine.id, words: 7 },
  ])
  await paper.put('taggings', [{ article: river.id, tag: 'a/b' }])
})
afterAll(async () => await paper.close())

describe('records', () => {
  test('are given as they are stored: with keys, defaults and what is worked out', async () => {
    const [made] = await paper.put('articles', [{ title: 'New', author: 1 }])
    expect(made).toEqual({ id: 3, title: 'New', author: 1, words: 100, pages: 2, picture: null })
    expect(await paper.as('editor').remove('articles', made)).toMatchObject({ isDone: false, code: 'not_allowed' })
    expect(await paper.as('owner').remove('articles', made)).toMatchObject({ isDone: true, record: { title: 'New' } })
  })

  test('of which one is wrong are all refused, with everything that is wrong', async () => {
    const rows = [{ title: 'Fine', author: 1 }, { title: 'x'.repeat(21), pages: 1, colour: 'red' }, {}]
    await expect(paper.put('articles', rows as never)).rejects.toThrow(
      [
        'These records cannot be put in:',
        '  - articles, record 2: there is no field "colour"',
        '  - articles, record 2: "title": Too long: at most 20 characters.',
        '  - articles, record 2: "author": A value is needed here.',
        '  - articles, record 2: "pages" is worked out, and cannot be put in',
        '  - articles, record 3: "title": A value is needed here.',
        '  - articles, record 3: "author": A value is needed here.',
      ].join('\n'),
    )
    expect(await paper.as('owner').sees('articles', { title: { eq: 'Fine' } })).toEqual([])
  })

  test('are seen beyond one page, each once', async () => {
    const many = await openTestProject(project, server)
    await many.put(
      'authors',
      Array.from({ length: 1101 }, (_, index) => ({ name: `Author ${index}`, region: index % 2 === 0 ? 'EG' : 'DE' })),
    )
    const seen = await many.as('clerk', { attributes: { region: 'EG' } }).sees('authors')
    expect(new Set(seen.map(({ id }) => id)).size).toBe(551)
    expect(seen).toHaveLength(551)
    await many.close()
  })

  test('with several fields as their key are known by the record', async () => {
    const reader = paper.as('reader')
    const [tag] = await reader.sees('taggings')
    expect(tag).toEqual({ article: 1, tag: 'a/b' })
    expect(await reader.may('read', 'taggings', tag)).toBe(true)
    expect(await reader.may('edit', 'taggings', tag)).toBe(false)
    await expect(reader.may('read', 'taggings', { tag: 'a/b' })).rejects.toThrow(
      'A record of taggings is known by article, which this one lacks.',
    )
  })
})

describe('somebody', () => {
  test('has the attributes that the project declares, and is told what else was given', async () => {
    const clerk = paper.as('clerk', { attributes: { region: 'EG' } })
    expect(await clerk.sees('articles')).toEqual([{ id: 1, title: 'River', author: 1, words: 100, pages: 2 }])
    const wrong = { attributes: { region: 'too long', country: 'EG' } }
    expect(() => paper.as('clerk', wrong as never)).toThrow(
      'The clerk cannot be so. country: There is no such field. region: Too long: at most 5 characters. The attributes that the project declares: region.',
    )
    expect(() => paper.as('clark' as never)).toThrow(
      'There is no role "clark" in the project: there are owner, editor, reader, clerk, public.',
    )
    expect(() => paper.as('public', { groups: ['x'] })).toThrow('Of the public nothing is known')
  })

  test('knows of fields and sets them as the rules are', () => {
    expect(paper.as('clerk').fields('articles')).toEqual({
      seen: ['id', 'title', 'author', 'words', 'pages', 'picture'],
      create: [],
      edit: ['words'],
    })
    expect(paper.as('clerk').fields('authors').seen).toEqual(['id', 'name', 'region'])
    expect(paper.as('public').fields('authors')).toEqual({ seen: [], create: [], edit: [] })
  })

  test('is answered as the server answers, with every problem at once', async () => {
    const clerk = paper.as('clerk', { attributes: { region: 'EG' } })
    expect(await clerk.edit('articles', 1, { words: 'many', title: 'Mine' } as never)).toEqual({
      isDone: false,
      code: 'invalid',
      why: 'Some values are not accepted.',
      problems: { words: 'This is not a number.', title: 'This cannot be changed.' },
    })
    expect(await clerk.edit('articles', 2, { words: 1 })).toMatchObject({ isDone: false, code: 'not_found' })
    expect(await paper.as('owner').create('authors', { name: 'Nile' })).toMatchObject({ code: 'not_unique' })
    expect(await paper.as('owner').remove('authors', 1)).toMatchObject({ code: 'still_referred_to' })
  })

  test('is asked only of what is there', async () => {
    const owner = paper.as('owner')
    await expect(owner.sees('nothing' as never)).rejects.toThrow(
      'There is no model "nothing" in the project: there are authors, articles, taggings.',
    )
    await expect(owner.may('read', 'articles', 99)).rejects.toThrow('articles has no record 99: put one in first.')
    await expect(owner.may('rename' as never, 'articles')).rejects.toThrow(
      '"rename" is nothing that rules are about: there are read, create, edit, remove.',
    )
    await expect(owner.why('create', 'articles', 1)).rejects.toThrow('cannot be created')
    await expect(owner.sees('articles', { colour: { eq: 'red' } } as never)).rejects.toThrow(
      '?filter/colour: There is no such field.',
    )
  })

  test('is known to the compiler by the names of the project', () => {
    type Person = ReturnType<typeof paper.as>
    expectTypeOf<Parameters<typeof paper.as>[0]>().toEqualTypeOf<'owner' | 'editor' | 'reader' | 'public' | 'clerk'>()
    expectTypeOf<Parameters<Person['sees']>[0]>().toEqualTypeOf<'authors' | 'articles' | 'taggings'>()
    const clerk = paper.as('clerk')
    expectTypeOf(() => clerk.fields('authors'))
      .returns.toHaveProperty('seen')
      .toEqualTypeOf<readonly ('id' | 'name' | 'region' | 'salary')[]>()
    // @ts-expect-error There is no such attribute.
    expect(() => paper.as('clerk', { attributes: { country: 'EG' } })).toThrow()
    // @ts-expect-error There is no such field.
    void (() => clerk.edit('articles', 1, { colour: 'red' }))
    // @ts-expect-error The value is of another type.
    void (() => clerk.sees('articles', { words: { eq: 'many' } }))
    // @ts-expect-error There is no such field.
    void (() => paper.put('articles', [{ title: 'New', author: 1, colour: 'red' }]))
  })
})

test('says everything that is wrong with rules before anything is asked', async () => {
  const rules = { models: [{ model: 'authors', rules: { clark: { read: true } } }], endpoints: [] }
  await expect(openTestProject(project, rules)).rejects.toThrow('clark')
})

test("runs under Node's own runner", () => {
  const folder = mkdtempSync(join(tmpdir(), 'haykal-other-runner-'))
  try {
    mkdirSync(join(folder, 'node_modules'))
    symlinkSync(resolve(import.meta.dirname, '../..'), join(folder, 'node_modules/haykal'))
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
    writeFileSync(
      join(folder, 'rules.test.ts'),
      `import assert from 'node:assert/strict'
import { test } from 'node:test'
import { defineModel, defineProject, text } from 'haykal'
import { openTestProject } from 'haykal/testing'
const note = defineModel({ name: 'notes', fields: { words: text() } })
test('readers write nothing', async () => {
  const notes = await openTestProject(defineProject({ name: 'notes', label: 'Notes', models: [note] }))
  const [one] = await notes.put('notes', [{ words: 'hello' }])
  assert.deepEqual(await notes.as('reader').sees('notes'), [{ id: 1, words: 'hello' }])
  assert.equal(await notes.as('reader').may('edit', 'notes', one), false)
  await notes.close()
})
`,
    )
    const { status, stdout } = spawnSync(process.execPath, ['--test', join(folder, 'rules.test.ts')], {
      encoding: 'utf8',
    })
    expect({ status, stdout }).toEqual({ status: 0, stdout: expect.stringMatching(/pass 1\b/) })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
