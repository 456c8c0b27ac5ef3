import { expect, test } from 'vitest'
import { isAt } from './destination-link.tsx'
import { tabsAt } from './tab-bar.tsx'

const all = ['articles', 'authors', 'tags', 'notes'].map((name) => ({
  key: name,
  path: `/${name}`,
  text: name,
  icon: 'table',
}))
const shown = (path: string) => tabsAt(all, path).map(({ key }) => key)

test('shows the first three lists', () => {
  expect(shown('/authors/7')).toEqual(['articles', 'authors', 'tags'])
})

test('shows the one where the person is in the place of the third', () => {
  expect(shown('/notes')).toEqual(['articles', 'authors', 'notes'])
})

test('knows a place by its path and by what lies below it', () => {
  expect(isAt('/tags', '/tags')).toBe(true)
  expect(isAt('/tags/-/new', '/tags')).toBe(true)
  expect(isAt('/tagsoup', '/tags')).toBe(false)
  expect(isAt('/a b', '/a%20b')).toBe(true)
  expect(isAt('/%', '/tags')).toBe(false)
})
