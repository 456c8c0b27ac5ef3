// Only what an owner changed is sent, each value with the one that it is based on.
import { expect, test } from 'vitest'
import { peoplePath } from './people-path.ts'
import { editOf } from './person-draft.ts'

const kept = {
  name: 'Salma',
  email: 'salma@example.com',
  role: 'clerk',
  groups: ['desk'],
  attributes: { country: 'EG' },
}

test('says nothing where nothing differs', () => {
  expect(editOf(kept, { ...kept, groups: ['desk'], attributes: { country: 'EG', desk: null } })).toEqual({
    values: {},
    base: {},
  })
})

test('names each value that differs, and what it differs from', () => {
  expect(editOf(kept, { ...kept, role: 'reader', groups: [], attributes: { country: null, desk: 4 } })).toEqual({
    values: { role: 'reader', groups: [], attributes: { country: null, desk: 4 } },
    base: { role: 'clerk', groups: ['desk'], attributes: { country: 'EG', desk: null } },
  })
})

test('writes addresses without what is empty', () => {
  expect(peoplePath()).toBe('/-/settings/people')
  expect(peoplePath({ q: '', group: 'قاهرة & co', person: 'new' })).toBe(
    '/-/settings/people?group=%D9%82%D8%A7%D9%87%D8%B1%D8%A9+%26+co&person=new',
  )
})
