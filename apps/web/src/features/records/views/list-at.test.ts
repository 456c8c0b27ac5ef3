// Which view a list opens with, and what its address is then.
import type { ModelViews, View } from '@haykal/contract'
import { fieldKinds, integer, text } from '@haykal/fields'
import { resolveModels } from '@haykal/model'
import { expect, test } from 'vitest'
import { listAt } from './list-at.ts'
import { isBare, isViewMissing, startViewOf, viewsOf } from './views-of.ts'

const model = resolveModels([{ name: '__proto__', title: 'name', fields: { id: integer(), name: text() } }], {
  kinds: fieldKinds,
}).all[0]
if (!model) throw new Error('There is no such model')
const view = (id: string, more: Partial<View> = {}): View => ({ id, name: id, list: { sort: 'name' }, ...more })
const bootWith = (views: ModelViews) => ({ views: Object.fromEntries([['__proto__', views]]) })

test('a list opens with what its person chose, else with what their role has', () => {
  const all = [view('a'), view('b', { isDefault: true })]
  expect(startViewOf({ all })?.id).toBe('b')
  expect(startViewOf({ all, start: 'a' })?.id).toBe('a')
  expect(startViewOf({ all, start: '-' })).toBeUndefined()
  expect(startViewOf({ all, start: 'gone' })?.id).toBe('b')
  expect(startViewOf({ all: [view('a')] })).toBeUndefined()
})

test('only an address that asks for nothing opens it', () => {
  expect(isBare({})).toBe(true)
  expect(isBare({ peek: '7' })).toBe(true)
  expect(isBare({ sort: 'name' })).toBe(false)
  expect(isBare({ view: '-' })).toBe(false)
})

test('the plain list has an address of its own where it opens with a view', () => {
  const plain = listAt(bootWith({ all: [view('a')] }), model, {})
  expect(plain.addressOf({})).toEqual({})
  const beside = listAt(bootWith({ all: [view('a', { isDefault: true })] }), model, { view: '-' })
  expect(beside).toMatchObject({ view: undefined, isMissing: false, isChanged: false })
  expect(beside.addressOf({})).toEqual({ view: '-' })
})

test('a view that is not there gives the plain list, and is told; a model may be called anything', () => {
  const boot = bootWith({ all: [view('a')] })
  expect(listAt(boot, model, { view: 'b' })).toMatchObject({ isMissing: true, search: {} })
  expect(listAt(boot, model, { view: 'a' })).toMatchObject({ isMissing: false, search: { sort: 'name' } })
  expect(isViewMissing(viewsOf({}, 'constructor'), undefined)).toBe(false)
  expect(viewsOf({ views: {} }, 'constructor')).toEqual({ all: [] })
})
