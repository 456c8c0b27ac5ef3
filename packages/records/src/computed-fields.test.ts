/** Computed fields: thousands of random expressions over random records are worth the same in memory and in every database. */
import { insertRecords, openDatabase, selectRecords, syncTables } from '@haykal/database'
import { type RunningPostgres, startPostgres } from '@haykal/database/testing'
import { boolean, date, decimal, fieldKinds, integer, text } from '@haykal/fields'
import {
  type AnyRecord,
  computed,
  computedValue,
  everything,
  type FieldDefinition,
  type Model,
  ModelMistakes,
  resolveModels,
} from '@haykal/model'
import { computeField } from '@haykal/model/compute-field'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const stored = {
  a: integer(),
  b: integer(),
  p: decimal({ scale: 2 }),
  q: decimal({ scale: 3 }),
  t: text(),
  u: text(),
  yes: boolean(),
  d: date(),
  e: date(),
} satisfies { [name: string]: FieldDefinition }

type Kind = 'number' | 'text' | 'boolean'

const leaf: { readonly [kind in Kind]: fc.Arbitrary<string> } = {
  number: fc.constantFrom('a', 'b', 'p', 'q', '0', '1', '2.5', '0.05', '1000000', '99999.999'),
  text: fc.constantFrom('t', 'u', "'x'", '""', "'هيكل'", "'it''s'"),
  boolean: fc.constantFrom('yes', 'true', 'false', 'd < e', 'd = e'),
}

/** Expressions of a kind, a few operations deep. */
function expressions(kind: Kind, depth: number): fc.Arbitrary<string> {
  if (depth === 0) return leaf[kind]
  const of = (inner: Kind) => expressions(inner, depth - 1)
  const either = (inner: Kind) => [
    leaf[inner],
    fc.tuple(of('boolean'), of(inner), of(inner)).map(([c, x, y]) => `if(${c}, ${x}, ${y})`),
    fc.tuple(of(inner), of(inner)).map(([x, y]) => `coalesce(${x}, ${y})`),
  ]
  const numbers = fc.tuple(of('number'), fc.constantFrom('+', '-', '*', '/', '*', '/'), of('number'))
  const compared = fc.tuple(of('number'), fc.constantFrom('=', '!=', '<', '<=', '>', '>='), of('number'))
  switch (kind) {
    case 'number':
      return fc.oneof(
        ...either('number'),
        numbers.map((parts) => `(${parts.join(' ')})`),
        numbers.map((parts) => `(${parts.join(' ')})`),
        of('number').map((x) => `-${x}`),
        fc.tuple(of('number'), fc.nat({ max: 4 })).map(([x, n]) => `round(${x}, ${n})`),
      )
    case 'text':
      return fc.oneof(
        ...either('text'),
        fc.tuple(of('text'), fc.oneof(of('text'), fc.constantFrom('a', 'b'))).map(([x, y]) => `concat(${x}, ${y})`),
      )
    case 'boolean':
      return fc.oneof(
        ...either('boolean'),
        compared.map((parts) => `(${parts.join(' ')})`),
        fc.tuple(of('text'), fc.constantFrom('=', '!='), of('text')).map((parts) => `(${parts.join(' ')})`),
        fc.tuple(of('boolean'), fc.constantFrom('and', 'or'), of('boolean')).map((parts) => `(${parts.join(' ')})`),
        of('boolean').map((x) => `(not ${x})`),
      )
  }
}

const digits = (scale: number, max: number) =>
  fc
    .oneof(
      fc.constantFrom(0, 1, -1, 5, -5, max, -max),
      fc.integer({ min: -1000, max: 1000 }),
      fc.integer({ min: -max, max }),
    )
    .map((value) => (scale === 0 ? value : value))

const asDecimal = (value: number, scale: number) => {
  const text = String(Math.abs(value)).padStart(scale + 1, '0')
  return `${value < 0 ? '-' : ''}${text.slice(0, -scale)}.${text.slice(-scale)}`
}

const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null, freq: 5 })
const records = fc.record({
  a: maybe(digits(0, 2_000_000_000)),
  b: maybe(digits(0, Number.MAX_SAFE_INTEGER)),
  p: maybe(digits(2, 999_999_999_999_999).map((value) => asDecimal(value, 2))),
  q: maybe(digits(3, 9_999_999).map((value) => asDecimal(value, 3))),
  t: maybe(fc.constantFrom('x', 'X', ' ', 'هيكل', "it's", '5')),
  u: maybe(fc.constantFrom('x', 'y', 'z')),
  yes: maybe(fc.boolean()),
  d: maybe(fc.constantFrom('2026-01-01', '2026-11-21')),
  e: maybe(fc.constantFrom('2026-01-01', '2027-02-28')),
})

const results: { readonly [kind in Kind]: readonly FieldDefinition[] } = {
  number: [decimal({ scale: 2 }), decimal({ scale: 0 }), decimal({ scale: 6 }), integer()],
  text: [text()],
  boolean: [boolean()],
}

/** A model with as many computed fields as it takes; those that are refused (too many digits) are left out. */
function modelOf(name: string, sources: readonly (readonly [kind: Kind, from: string])[]): Model {
  const fields = sources.flatMap(([kind, from], index) => {
    const as = results[kind][index % results[kind].length] as FieldDefinition
    const field = computed({ from, as })
    return isTaken(field) ? [[`c${index}`, field] as const] : []
  })
  const models = resolveModels([{ name, fields: { ...stored, ...Object.fromEntries(fields) } }], { kinds: fieldKinds })
  return models.all[0] as Model
}

function isTaken(field: FieldDefinition): boolean {
  try {
    resolveModels([{ name: 'tried', fields: { ...stored, c: field } }], { kinds: fieldKinds })
    return true
  } catch (error) {
    if (error instanceof ModelMistakes && /digits|deep/.test(error.message)) return false
    throw error
  }
}

let server: RunningPostgres
beforeAll(async () => {
  server = await startPostgres()
}, 60_000)
afterAll(async () => {
  await server?.stop()
})

describeComputed('SQLite', async () => ':memory:', 40)
describeComputed('PostgreSQL', async () => await server.createDatabase('computed'), 8)

function describeComputed(engine: string, address: () => Promise<string>, models: number): void {
  describe(`computed fields on ${engine}`, () => {
    test(`are worth the same as in memory: ${models * 50} expressions, each of 30 records`, async () => {
      const database = await openDatabase(await address())
      const kinds: readonly Kind[] = ['number', 'number', 'number', 'boolean', 'text']
      let filled = 0
      for (let round = 0; round < models; round += 1) {
        const sources = fc.sample(
          fc.oneof(...kinds.map((kind) => expressions(kind, 3).map((from) => [kind, from] as const))),
          { numRuns: 50, seed: round + 7 },
        )
        const model = modelOf(`m${round}`, sources)
        await syncTables(database, { all: [model], get: () => model })
        const rows = fc
          .sample(records, { numRuns: 30, seed: round + 1 })
          .map((row, index) => ({ id: index + 1, ...row }))
        await database.write(async (queries) => insertRecords({ engine: database.engine, queries }, model, rows))
        const key = model.key.map((field) => ({ path: { hops: [], field }, descending: false }))
        const page = await selectRecords(database, model, {
          condition: everything,
          order: key,
          fields: model.fields,
          limit: 100,
        })
        for (const [index, found] of page.records.entries()) {
          const row = rows[index] as AnyRecord
          for (const field of model.fields.filter(({ derived }) => derived)) {
            const value = computedValue(field, row)
            // What a form shows while someone types, which is told no more than the text.
            expect(computeField(model, field, ({ name }) => row[name] ?? null)).toEqual(value)
            if (value !== null) filled += 1
            expect({ from: field.options.computed, as: field.column, row, value: found[field.name] }).toEqual({
              from: field.options.computed,
              as: field.column,
              row,
              value,
            })
          }
        }
      }
      expect(filled, 'most are worth something').toBeGreaterThan(models * 50 * 30 * 0.4)
      await database.close()
    }, 120_000)
  })
}
