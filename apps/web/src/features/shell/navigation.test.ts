import type { Boot, BootModel } from '@haykal/contract'
import { expect, test } from 'vitest'
import { favouritesAmong, navigationOf } from './navigation.ts'

const texts = { records: 'Records', pages: 'Pages' }
const can = { create: true, edit: true, remove: true }
const model = (name: string, more: Partial<BootModel> = {}): BootModel => ({
  name,
  fields: { title: { kind: 'text' } },
  can,
  ...more,
})
const boot = (part: Partial<Boot>): Boot => ({
  project: { name: 'Magazine', languages: ['en', 'ar'] },
  models: [],
  screens: [],
  modules: {},
  version: '1',
  ...part,
})

test('groups models by their headings, in the order of the project', () => {
  const groups = navigationOf(
    boot({
      models: [
        model('articles', { group: { en: 'Writing', ar: 'الكتابة' }, plural: { en: 'Articles', ar: 'المقالات' } }),
        model('authors', { group: { en: 'People', ar: 'الناس' } }),
        model('tags', { group: { en: 'Writing', ar: 'الكتابة' } }),
      ],
      screens: [{ name: 'front', path: '/front', label: 'Front page' }],
    }),
    'ar',
    texts,
  )
  expect(groups.map(({ title, destinations }) => [title, destinations.map(({ text }) => text)])).toEqual([
    ['الكتابة', ['المقالات', 'Tags']],
    ['الناس', ['Authors']],
    ['Pages', ['Front page']],
  ])
})

test('gives an only group no heading', () => {
  const [group] = navigationOf(boot({ models: [model('articles')] }), 'en', texts)
  expect(group?.title).toBeUndefined()
})

test('encodes what would break an address', () => {
  const [group] = navigationOf(boot({ models: [model('a/b c?')] }), 'en', texts)
  expect(group?.destinations[0]?.path).toBe('/a%2Fb%20c%3F')
})

test('leads to favourites in the order in which they were marked, and to none that is gone', () => {
  const groups = navigationOf(boot({ models: [model('articles'), model('tags', { group: 'More' })] }), 'en', texts)
  expect(favouritesAmong(groups, ['tags', 'gone', 'articles']).map(({ path }) => path)).toEqual(['/tags', '/articles'])
})
