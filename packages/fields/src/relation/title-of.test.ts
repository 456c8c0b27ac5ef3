import { resolveModels } from '@haykal/model'
import { expect, test } from 'vitest'
import { fieldKinds, integer, relation } from '../index.ts'
import { titleOf } from './title-of.ts'

const models = resolveModels(
  [
    { name: 'authors', fields: { code: integer() } },
    {
      name: 'books',
      fields: { byKey: relation({ to: 'authors' }), byCode: relation({ to: 'authors', toField: 'code' }) },
    },
  ],
  { kinds: fieldKinds },
)

test('takes no code for a key', () => {
  const titles = { authors: { 7: 'Radwa Ashour' }, '["authors","code"]': { 7: 'Naguib Mahfouz', 8: '' } }
  const titleBy = (name: string, value: number) => {
    const field = models.get('books')?.field(name)
    return field && titleOf(titles, field, value)
  }
  expect(titleBy('byKey', 7)).toBe('Radwa Ashour')
  expect(titleBy('byCode', 7)).toBe('Naguib Mahfouz')
  expect(titleBy('byCode', 8)).toBeUndefined()
  expect(titleBy('byKey', 9)).toBeUndefined()
})
