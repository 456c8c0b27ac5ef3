import { fieldKinds } from '@haykal/fields'
import { type FieldDefinition, idOfKey, resolveModels } from '@haykal/model'
import { describe, expect, test } from 'vitest'
import { filteredPath, pointerOf, pointerOfSeveral, pointerPath } from './pointer.ts'

const regionKey = { country: { kind: 'text' }, code: { kind: 'text' } }
const models = resolveModels(
  [
    { name: 'a/b', key: 'code', fields: { code: { kind: 'text' }, name: { kind: 'text' } } },
    { name: 'regions', key: ['country', 'code'], fields: regionKey },
    {
      name: 'shops',
      fields: {
        byKey: { kind: 'relation', to: 'a/b', keyKind: 'text' } as FieldDefinition,
        byName: { kind: 'relation', to: 'a/b', keyKind: 'text', toField: 'name' } as FieldDefinition,
        hidden: { kind: 'relation', to: 'staff' } as FieldDefinition,
        region: { kind: 'text' },
        land: { kind: 'text' },
      },
      references: [{ to: 'regions', fields: { region: 'code', land: 'country' } }],
    },
  ],
  { kinds: fieldKinds, isPartial: true },
)
const shops = models.get('shops')
const pathOf = (name: string, value: string | null) => {
  const field = shops?.field(name)
  const pointer = field && pointerOf(field, value, models)
  return pointer && pointerPath(pointer)
}

describe('a relation', () => {
  test('leads to the page of the record whose key it holds, however it is written', () => {
    expect(pathOf('byKey', 'x')).toBe('/a%2Fb/x')
    expect(pathOf('byKey', '%2F')).toBe('/a%2Fb/%252F')
  })

  test('leads to the list of those that have its value, where that is no key', () => {
    expect(pathOf('byName', 'x&y')).toBe(`/a%2Fb?filter=${encodeURIComponent('{"name":{"eq":"x&y"}}')}`)
  })

  test('leads nowhere from nothing, and to nothing that this person may not see', () => {
    expect(pathOf('byKey', null)).toBeUndefined()
    expect(pathOf('hidden', '7')).toBeUndefined()
  })
})

describe('a pointer of several fields', () => {
  const [reference] = shops?.definition.references ?? []
  const pointTo = (record: { region: string | null; land: string }) =>
    reference && pointerOfSeveral(reference, record, models)

  test('leads to the page of the record whose whole key they hold, in the order of that key', () => {
    const pointer = pointTo({ region: 'C', land: 'EG' })
    const regions = models.get('regions')
    expect(pointer && pointerPath(pointer)).toBe(`/regions/${regions && idOfKey(regions, ['EG', 'C'])}`)
  })

  test('leads nowhere while one of them is empty', () => {
    expect(pointTo({ region: null, land: 'EG' })).toBeUndefined()
  })
})

test('keeps a number a number in the address of a filtered list', () => {
  const target = models.get('regions')
  expect(target && filteredPath({ target, where: { code: 7 } })).toContain(encodeURIComponent('{"eq":7}'))
})
