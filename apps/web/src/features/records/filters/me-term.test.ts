import { email, fieldKinds, integer, relation, text } from '@haykal/fields'
import { type Model, type ModelField, resolveModels } from '@haykal/model'
import { expect, test } from 'vitest'
import { mayBeMe, meTerm, pathOfMe } from './me-term.ts'

const models = resolveModels(
  [
    { name: 'authors', fields: { name: text(), address: email({ unique: true }), other: email() } },
    { name: 'tags', fields: { word: text() } },
    {
      name: 'articles',
      fields: {
        author: relation({ to: 'authors' }),
        tag: relation({ to: 'tags' }),
        sentTo: email(),
        words: integer(),
      },
    },
  ],
  { kinds: fieldKinds, isPartial: true },
)
const articles = models.get('articles') as Model
const field = (name: string) => articles.field(name) as ModelField

test('asks for oneself by an address, or by a record that has one of its own', () => {
  const asked = ['author', 'tag', 'sentTo', 'words'].filter((name) => mayBeMe(field(name), models))
  expect(asked).toEqual(['author', 'sentTo'])
})

test('is a test of the address, and read back as what was asked', () => {
  const term = meTerm('author', field('author'), models)
  expect(term).toEqual({ path: 'author.address', operator: 'eq', value: '$me.email' })
  expect(pathOfMe(term, articles, models)).toBe('author')
  expect(pathOfMe({ ...term, path: 'author.other' }, articles, models)).toBe('author.other')
  expect(pathOfMe({ ...term, value: 'somebody@example.org' }, articles, models)).toBeUndefined()
})
