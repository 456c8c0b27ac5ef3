import { expect, test } from 'vitest'
import { changedAddress, changeSetPath, changesPath, dayAfter, readChangesAddress } from './changes-path.ts'

test('reads back what it wrote', () => {
  const address = {
    person: 'p 1',
    model: 'articles',
    field: 'title',
    means: 'bulk',
    from: '2026-11-01',
    to: '2026-11-30',
  } as const
  const written = new URLSearchParams(changesPath(address).split('?')[1])
  expect(readChangesAddress(Object.fromEntries(written))).toEqual(address)
})

test('leaves out what makes no sense', () => {
  expect(
    readChangesAddress({ means: 'magic', from: 'yesterday', to: '2026-13-40', person: '', field: 'title' }),
  ).toEqual({})
})

test('lets go of the field with its model', () => {
  expect(changedAddress({ model: 'articles', field: 'title' }, { model: 'authors' })).toEqual({ model: 'authors' })
  expect(changedAddress({ model: 'articles', field: 'title' }, { means: 'api' })).toEqual({
    model: 'articles',
    field: 'title',
    means: 'api',
  })
  expect(changedAddress({ person: '1' }, { person: undefined })).toEqual({})
})

test('has no question mark where nothing is asked', () => {
  expect(changesPath()).toBe('/-/changes')
})

test('encodes ids', () => {
  expect(changeSetPath('a/b?')).toBe('/-/changes/a%2Fb%3F')
})

test('knows the day after the last of a month and of a year', () => {
  expect(dayAfter('2028-02-28')).toBe('2028-02-29')
  expect(dayAfter('2026-12-31')).toBe('2027-01-01')
})
