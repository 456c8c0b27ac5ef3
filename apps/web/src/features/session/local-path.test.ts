import { expect, test } from 'vitest'
import { localPath } from './local-path.ts'

test('goes back to where the person wanted to go', () => {
  expect(localPath('/orders?q=love&filter[status][eq]=paid')).toBe('/orders?q=love&filter[status][eq]=paid')
})

test.each([
  undefined,
  '',
  'orders',
  '//evil.example',
  '/\\evil.example',
  '\t//evil.example',
  '/\t/evil.example',
  'https:evil.example',
  'javascript:alert(1)',
  'data:text/html,x',
  '/x\n/y',
  '/-/sign-in?next=/-/sign-in',
])('goes to the start for %j', (path) => {
  expect(localPath(path)).toBe('/')
})
