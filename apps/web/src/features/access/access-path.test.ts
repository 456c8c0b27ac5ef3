/** Addresses of questions: written and read back, and nothing asked that makes no sense. */
import { expect, test } from 'vitest'
import { accessPath, questionOf, readAccessAddress } from './access-path.ts'

test('reads back what it writes, odd names included', () => {
  const address = { model: 'طلبات & co', person: 'p/1', act: 'edit', id: '7?', field: 'a+b' } as const
  const [, search = ''] = accessPath(address).split('?')
  expect(readAccessAddress(Object.fromEntries(new URLSearchParams(search)))).toEqual(address)
  expect(accessPath()).toBe('/-/access')
})

test('leaves out what makes no sense', () => {
  expect(readAccessAddress({ act: 'burn', model: '', field: 4, more: 'x' })).toEqual({})
  expect(readAccessAddress({ person: 'p', role: 'clerk' })).toEqual({ person: 'p' })
})

test('asks nothing while nobody is asked about, and of what is not there yet no record', () => {
  expect(questionOf({ act: 'edit', id: '7' }, 'orders')).toBeUndefined()
  expect(questionOf({ role: 'clerk' }, 'orders')).toEqual({ role: 'clerk', act: 'read', model: 'orders' })
  const asked = { role: 'clerk', id: '7', field: 'note' }
  expect(questionOf({ ...asked, act: 'create' }, 'orders')).toEqual({
    ...{ role: 'clerk', act: 'create', model: 'orders', field: 'note' },
  })
  expect(questionOf({ ...asked, act: 'remove' }, 'orders')).toEqual({
    ...{ role: 'clerk', act: 'remove', model: 'orders', id: '7' },
  })
})
