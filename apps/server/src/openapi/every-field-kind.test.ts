// Every field kind stands in the document with the type that its values have: a kind that is added is covered by its examples.
import { type FieldKindName, fieldKinds, integer, text } from '@haykal/fields'
import { fieldExamples } from '@haykal/fields/examples'
import { type FieldDefinition, type Json, type ModelDefinition, resolveModels } from '@haykal/model'
import openapiTypescript, { astToString } from 'openapi-typescript'
import { expect, it } from 'vitest'
import { fieldSchema, modelSchemas } from './model-document.ts'
import { createNames } from './names.ts'
import { sharedSchemas } from './shared-schemas.ts'

/** What the relations of the examples point to. */
const targets: readonly ModelDefinition[] = [
  { name: 'authors', key: 'key', fields: { key: integer() } },
  { name: 'countries', key: 'key', fields: { key: text() } },
]

const kinds = Object.keys(fieldKinds) as FieldKindName[]
const definitions = kinds.map((kind): ModelDefinition => {
  const { default: _, ...options } = fieldExamples[kind].options
  return { name: kind, fields: { value: { ...options, kind, required: true } as FieldDefinition } }
})
const models = resolveModels([...targets, ...definitions], { kinds: fieldKinds })

function typeOf(value: Json): string {
  if (value === null) return 'null'
  return Array.isArray(value) ? 'array' : typeof value
}

it.each(kinds)('says of the kind %s which type its values have', (kind) => {
  const field = models.get(kind)?.field('value')
  const { type } = field ? fieldSchema(field) : {}
  // JSON may be anything, and a number that is whole is both.
  const said = [type ?? []].flat().map((each) => (each === 'integer' ? 'number' : each))
  for (const { input, value = input, options } of fieldExamples[kind].accepted) {
    if (options === undefined && said.length > 0) expect(said).toContain(typeOf(value))
  }
})

it('gives a stranger a type for each of them', async () => {
  const names = createNames(models.all, Object.keys(sharedSchemas))
  const can = { create: true, edit: true, remove: true }
  const schemas = models.all.map((model) => modelSchemas({ model, names: names.of(model), can }))
  const made = await openapiTypescript(
    JSON.stringify({
      openapi: '3.1.0',
      info: { title: 'Every kind', version: '1' },
      paths: {},
      components: { schemas: { ...sharedSchemas, ...Object.assign({}, ...schemas) } },
    }),
  )
  const types = astToString(made)
  for (const kind of kinds) {
    const model = models.get(kind)
    const shape = types.split(` New${model ? names.of(model).schema : ''}: {`)[1]
    expect([kind, /\bvalue\??: (.+)/.exec(shape ?? '')?.[1]]).toEqual([
      kind,
      expect.stringMatching(/^(?!undefined|never)/),
    ])
  }
})
