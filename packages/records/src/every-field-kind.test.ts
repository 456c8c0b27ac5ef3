/** Every field kind on every engine: what a kind takes comes back as it was, and can be asked for. */
import { createAccess } from '@haykal/access'
import { openDatabase, syncTables } from '@haykal/database'
import { type RunningPostgres, startPostgres } from '@haykal/database/testing'
import { type FieldKindName, fieldKinds, integer, phone, text, url } from '@haykal/fields'
import { fieldExamples } from '@haykal/fields/examples'
import { defineModel, type FieldDefinition, type Json, type ModelDefinition, resolveModels } from '@haykal/model'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openRecords, type Records } from './index.ts'

let server: RunningPostgres
beforeAll(async () => {
  server = await startPostgres()
}, 60_000)
afterAll(async () => {
  await server?.stop()
})

/** One example of one kind, with a model that holds nothing else. */
interface Example {
  readonly kind: FieldKindName
  readonly shown: string
  readonly model: ModelDefinition
  readonly input: Json
  readonly value: Json
}

const examples: readonly Example[] = Object.entries(fieldExamples).flatMap(([kind, { accepted, options }]) =>
  accepted.map((each, index) => {
    const { default: _, ...given } = each.options ?? options
    return {
      kind: kind as FieldKindName,
      shown: JSON.stringify(each.input).slice(0, 40),
      model: { name: `${kind}${index}`, fields: { value: { ...given, kind } as FieldDefinition } },
      input: each.input,
      value: each.value ?? each.input,
    }
  }),
)

/** What the relations of the examples point to, and what is looked for. */
const targets: readonly ModelDefinition[] = [
  defineModel({ name: 'phones', fields: { value: phone({ searchable: true }) } }),
  defineModel({ name: 'urls', fields: { value: url({ searchable: true }) } }),
  defineModel({ name: 'authors', key: 'key', fields: { key: integer() } }),
  defineModel({ name: 'countries', key: 'key', fields: { key: text() } }),
]

describeKinds('SQLite', async () => ':memory:')
describeKinds('PostgreSQL', async () => await server.createDatabase('kinds'))

function describeKinds(engine: string, address: () => Promise<string>): void {
  describe(`field kinds on ${engine}`, () => {
    let records: Records
    let close: () => Promise<void>

    beforeAll(async () => {
      const database = await openDatabase(await address())
      const models = resolveModels([...targets, ...examples.map(({ model }) => model)], {
        kinds: fieldKinds,
        hasOrderKeys: true,
      })
      await syncTables(database, models)
      const core = {
        database,
        models,
        access: createAccess(models, {}),
        secret: 'a secret of the tests',
        closedOf: () => undefined,
        now: () => new Date('2026-11-21T06:50:00.000Z'),
      }
      records = openRecords(core, { id: 'the owner', role: 'owner' })
      close = async () => await database.close()
    }, 60_000)
    afterAll(async () => await close?.())

    test('finds a number to call and an address by a part of them as it is read', async () => {
      const found = async (model: string, question: object) => (await records.list(model, question)).data
      for (const [kind, value, part] of [
        ['phone', '+201001234567', '100 ١٢٣'],
        ['url', 'https://example.com/هيكل', 'com/هيك'],
      ] as const) {
        const { meta } = await records.create(`${kind}s`, { value })
        expect(await found(`${kind}s`, { filter: { value: { contains: part } } })).toMatchObject([
          { id: Number(meta.id) },
        ])
        expect(await found(`${kind}s`, { q: part })).toHaveLength(1)
        expect(await found(`${kind}s`, { q: `${part}9` })).toEqual([])
      }
    })

    test.each(examples)('keeps the $kind $shown', async ({ kind, model, input, value }) => {
      await createTarget(records, model, value)
      const { data, meta } = await records.create(model.name, { value: input })
      expect(data.value).toEqual(value)
      expect((await records.read(model.name, meta.id)).data.value).toEqual(value)
      const page = await records.list(model.name)
      expect(page.data).toMatchObject([{ value }])
      expect(JSON.parse((await records.listAsJson(model.name)).json)).toEqual(page)
      if (fieldKinds[kind].filters.includes('eq')) {
        const { data: found } = await records.list(model.name, { filter: { value: { eq: value } } })
        expect(found).toHaveLength(1)
      }
      const [part] = [value].flat()
      if (fieldKinds[kind].filters.includes('contains') && typeof part === 'string') {
        const { data: found } = await records.list(model.name, { filter: { value: { contains: part.slice(0, 500) } } })
        expect(found).toHaveLength(1)
        const { data: others } = await records.list(model.name, { filter: { value: { contains: 'in none of them' } } })
        expect(others).toEqual([])
      }
    })
  })
}

/** Makes the record that a relation is about to point to, where it is not there yet. */
async function createTarget(records: Records, model: ModelDefinition, key: Json): Promise<void> {
  const field = model.fields.value
  const target = field && fieldKinds[field.kind as FieldKindName].references?.(field as never)
  if (target === undefined) return
  const { data } = await records.list(target, { filter: { key: { eq: key } } })
  if (data.length === 0) await records.create(target, { key })
}
