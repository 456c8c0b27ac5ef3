// The document is one that a stranger's generator understands, and the client that it makes works.
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isJsonObject, type Json, type JsonObject } from '@haykal/model'
import openapiTypescript, { astToString } from 'openapi-typescript'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Identity, openTestServer, type TestServer } from '../testing/test-server.ts'

let server: TestServer
beforeAll(async () => {
  server = await openTestServer()
})
afterAll(async () => {
  await server.close()
})

async function documentFor(as: Identity): Promise<JsonObject> {
  return (await (await server.ask('GET /api/v1/-/openapi.json', { as })).json()) as JsonObject
}

/** What stands at a JSON Pointer. */
function at(document: Json, pointer: string): Json | undefined {
  return pointer
    .slice(1)
    .split('/')
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<Json | undefined>(
      (found, part) => (isJsonObject(found) && Object.hasOwn(found, part) ? found[part] : undefined),
      document,
    )
}

/** Every object in the document with its pointer. */
function* objectsIn(value: Json, pointer = ''): Generator<[string, JsonObject]> {
  if (isJsonObject(value)) yield [pointer, value]
  if (typeof value !== 'object' || value === null) return
  for (const [key, inner] of Object.entries(value)) {
    yield* objectsIn(inner as Json, `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`)
  }
}

interface Operation extends JsonObject {
  readonly operationId: string
  readonly responses: JsonObject
  readonly parameters?: readonly JsonObject[]
}

function operationsIn(
  document: JsonObject,
): { path: string; method: string; operation: Operation; shared: readonly JsonObject[] }[] {
  return Object.entries(document.paths as { [path: string]: JsonObject }).flatMap(([path, item]) =>
    Object.entries(item)
      .filter(([key]) => key !== 'parameters')
      .map(([method, operation]) => ({
        path,
        method,
        operation: operation as Operation,
        shared: (item.parameters ?? []) as readonly JsonObject[],
      })),
  )
}

describe('the document', () => {
  it('gives each model its own paths and schemas', async () => {
    const document = await documentFor('owner')
    expect(document.openapi).toBe('3.1.0')
    expect(Object.keys(document.paths as object)).toEqual([
      '/api/v1/-/boot',
      '/api/v1/-/session',
      '/api/v1/-/password',
      '/api/v1/-/preferences',
      '/api/v1/-/setup',
      '/api/v1/-/openapi.json',
      '/api/v1/-/people/-/about',
      '/api/v1/-/people',
      '/api/v1/-/people/{id}',
      '/api/v1/-/people/{id}/-/suspend',
      '/api/v1/-/people/{id}/-/resume',
      '/api/v1/-/people/{id}/-/reset-password',
      '/api/v1/-/people/{id}/-/end-sessions',
      '/api/v1/-/view-as',
      '/api/v1/-/access',
      '/api/v1/-/access/{model}',
      '/api/v1/-/viewing',
      '/api/v1/{model}/{id}/-/history',
      '/api/v1/{model}/{id}/-/restore',
      '/api/v1/{model}/-/trash',
      '/api/v1/{model}/-/trash/empty',
      '/api/v1/{model}/-/count',
      '/api/v1/{model}/-/edit',
      '/api/v1/{model}/-/remove',
      '/api/v1/{model}/-/actions/{name}',
      '/api/v1/-/changes',
      '/api/v1/-/changes/-/csv',
      '/api/v1/-/changes/{id}',
      '/api/v1/-/changes/{id}/undo',
      '/api/v1/-/retention',
      '/api/v1/-/slow-lists',
      '/api/v1/{model}/-/indexes',
      '/api/v1/{model}/-/views',
      '/api/v1/{model}/-/views/{id}',
      '/api/v1/{model}/-/views/{id}/restore',
      '/api/v1/articles',
      '/api/v1/articles/{id}',
      '/api/v1/articles/{id}/-/why/{act}',
      '/api/v1/authors',
      '/api/v1/authors/{id}',
      '/api/v1/authors/{id}/-/why/{act}',
      '/api/v1/-/p/latest',
      '/api/v1/-/p/announce',
    ])
    const schemas = Object.keys(at(document, '/components/schemas') as object)
    expect(schemas).toEqual(
      expect.arrayContaining(['Article', 'NewArticle', 'ArticleEdit', 'Author', 'Problem', 'Person']),
    )
    expect(at(document, '/components/schemas/NewArticle')).toMatchObject({
      required: ['title', 'author'],
      additionalProperties: false,
      properties: {
        title: { type: 'string', maxLength: 60 },
        words: { type: ['integer', 'string', 'null'], minimum: 0 },
        status: { type: 'string', enum: ['draft', 'published'] },
      },
    })
    expect(Object.keys(at(document, '/components/schemas/ArticleEdit/properties') as object)).not.toContain('createdAt')
    expect(at(document, '/components/schemas/Article/properties/createdAt')).toMatchObject({
      readOnly: true,
      format: 'date-time',
    })
    expect(at(document, '/paths/~1api~1v1~1-~1p~1latest/get/responses/200/content/application~1json/schema')).toEqual({
      $ref: '#/components/schemas/ArticlePage',
    })
  })

  it.each(['owner', 'editor', 'reader'] as const)('is sound for a person who is %s', async (as) => {
    const document = await documentFor(as)
    for (const [pointer, object] of objectsIn(document)) {
      if (typeof object.$ref === 'string')
        expect({ pointer, found: at(document, object.$ref.slice(1)) }).not.toEqual({ pointer, found: undefined })
      if (pointer.startsWith('/components/schemas/') && Array.isArray(object.required)) {
        const properties = Object.keys((object.properties ?? {}) as object)
        expect(properties).toEqual(expect.arrayContaining([...object.required]))
      }
    }
    const operations = operationsIn(document)
    const names = operations.map(({ operation }) => operation.operationId)
    expect(new Set(names).size).toBe(names.length)
    for (const { path, method, operation, shared } of operations) {
      expect(['get', 'post', 'patch', 'delete']).toContain(method)
      expect(operation.operationId).toMatch(/^[a-zA-Z]\w*$/)
      expect(Object.keys(operation.responses)).toContain('default')
      expect(Object.keys(operation.responses).some((status) => /^2\d\d$/.test(status))).toBe(true)
      const inPath = [...shared, ...(operation.parameters ?? [])].filter((parameter) => parameter.in === 'path')
      const wanted = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
      expect(inPath.map(({ name }) => name)).toEqual(wanted)
    }
    for (const name of Object.keys(at(document, '/components/schemas') as object))
      expect(name).toMatch(/^[a-zA-Z0-9._-]+$/)
  })

  it('describes what is really answered', async () => {
    const document = await documentFor('owner')
    const keysOf = (name: string) => (at(document, `/components/schemas/${name}/required`) as string[]).toSorted()
    const record = (await (await server.ask('GET /api/v1/articles/2', { as: 'owner' })).json()) as {
      data: object
      meta: object
    }
    expect(Object.keys(record.data).toSorted()).toEqual(keysOf('Article'))
    expect(Object.keys(record.meta).toSorted()).toEqual(keysOf('RecordMeta'))
    const page = (await (await server.ask('GET /api/v1/articles', { as: 'owner' })).json()) as { meta: object }
    expect(Object.keys(page.meta).toSorted()).toEqual(keysOf('PageMeta'))
    const problem = (await (await server.ask('GET /api/v1/articles/999', { as: 'owner' })).json()) as object
    expect(Object.keys(problem).toSorted()).toEqual(keysOf('Problem'))
  })
})

const program = `
import type { components, operations, paths } from './api.ts'

type Page = operations['listArticles']['responses'][200]['content']['application/json']
type Edit = NonNullable<paths['/api/v1/articles/{id}']['patch']>['requestBody']['content']['application/json']

export function titles(page: Page): string[] {
  return page.data.map((article) => \`\${article.id}: \${article.title ?? ''} (\${page.meta.titles['authors']?.[String(article.author)] ?? ''})\`)
}

export const edit: Edit = { values: { title: 'Changed', words: null }, base: { title: 'Before', words: 1 } }
export const draft: components['schemas']['NewArticle'] = { title: 'New', author: 1, status: 'draft' }
// @ts-expect-error the title is missing
export const untitled: components['schemas']['NewArticle'] = { author: 1 }
// @ts-expect-error there is no such status
export const lost: components['schemas']['NewArticle'] = { title: 'x', author: 1, status: 'lost' }
// @ts-expect-error it is given by the system
export const early: components['schemas']['ArticleEdit'] = { createdAt: '2026-01-01T00:00:00Z' }
type Reply<Operation extends keyof operations> = operations[Operation] extends { responses: { 200: { content: { 'application/json': infer Body } } } } ? Body : never
type Body<Operation extends keyof operations> = operations[Operation] extends { requestBody?: { content: { 'application/json': infer Sent } } } ? Sent : never

export function told(sets: Reply<'listChanges'>, changes: Reply<'readChanges'>, history: Reply<'recordHistory'>, trash: Reply<'listTrash'>): string[] {
  return [
    ...sets.data.map(({ id, by, means, counts, first }) => [id, by?.name ?? '', means, counts[0]?.count ?? 0, first.title].join()),
    ...[...changes.data, ...history.data].map(({ act, record, fields }) => [act, record, String(fields['words']?.before), String(fields['words']?.after)].join()),
    ...trash.data.map(({ record, title, together }) => [record, title, together].join()),
  ]
}
export function wouldHappen({ total, back, kept, isDone }: Reply<'previewUndo'>): string {
  return [total, back.length, kept[0]?.reason ?? '', isDone].join()
}
export function steps({ changeSet, done, next }: Reply<'undoChanges'> | Reply<'editMany'>): string {
  return [changeSet ?? '', done, next ?? ''].join()
}
export const undo: Body<'undoChanges'> = { only: [{ model: 'articles', record: '1' }], choice: 'clear' }
// @ts-expect-error there is no such choice
export const wrongUndo: Body<'undoChanges'> = { choice: 'all' }
export const many: Body<'editMany'> = { which: { records: [{ id: '2', base: { words: 10 } }] }, values: { words: 12 } }
export const restore: Body<'restoreRecord'> = { change: 'x.1', fields: ['words'], base: { words: 1 } }
export const code: components['schemas']['Problem']['code'] = 'not_found'
`

interface Client {
  told(...pages: unknown[]): string[]
  wouldHappen(preview: unknown): string
  steps(reply: unknown): string
  readonly many: unknown
}

/** What the types of the generated client say of changes is what is answered. */
async function expectChangesFit(program: string): Promise<void> {
  const { told, wouldHappen, steps, many } = (await import(program)) as Client
  const ask = async (line: string, body?: unknown) => {
    const request = { as: 'owner', ...(body === undefined ? {} : { body }) } as const
    return (await (await server.ask(line, request)).json()) as { readonly changeSet: string }
  }
  const edited = await ask('POST /api/v1/articles/-/edit', many)
  expect(steps(edited)).toBe(`${edited.changeSet},1,`)
  const pages = ['-/changes', `-/changes/${edited.changeSet}`, 'articles/2/-/history', 'articles/-/trash']
  expect(told(...(await Promise.all(pages.map((page) => ask(`GET /api/v1/${page}`)))))).toEqual([
    `${edited.changeSet},The owner,bulk,1,Article 02`,
    'edit,2,10,12',
    'edit,2,10,12',
  ])
  expect(wouldHappen(await ask(`GET /api/v1/-/changes/${edited.changeSet}/undo`))).toBe('1,1,,false')
  expect(steps(await ask(`POST /api/v1/-/changes/${edited.changeSet}/undo`, {}))).toMatch(/^\w+,1,$/)
}

describe('a client made by a generator', () => {
  it('compiles, and fits the answers', async () => {
    // Inside the workspace, so that the compiler is found.
    const folder = mkdtempSync(join(import.meta.dirname, '../../node_modules/.client-'))
    try {
      mkdirSync(folder, { recursive: true })
      const document = await documentFor('owner')
      const api = astToString(await openapiTypescript(JSON.stringify(document)))
      writeFileSync(join(folder, 'api.ts'), api)
      writeFileSync(join(folder, 'program.ts'), program)
      writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions }))
      const tsc = join(import.meta.dirname, '../../node_modules/typescript/bin/tsc')
      const { status, stdout } = spawnSync(process.execPath, [tsc, '-p', folder], { encoding: 'utf8' })
      expect({ status, stdout }).toEqual({ status: 0, stdout: '' })

      const { titles } = (await import(join(folder, 'program.ts'))) as { titles(page: unknown): string[] }
      const page = await (await server.ask('GET /api/v1/articles?limit=1', { as: 'owner' })).json()
      expect(titles(page)).toEqual(['1: Article 01 (مكتبة النيل)'])
      await expectChangesFit(join(folder, 'program.ts'))
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
})

const compilerOptions = {
  target: 'es2022',
  module: 'nodenext',
  strict: true,
  noEmit: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  allowImportingTsExtensions: true,
  types: [],
}
