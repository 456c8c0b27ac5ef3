import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { expect, test } from 'vitest'

const here = import.meta.dirname

/** Every file of the project that the browser is given when it loads this one; imports of types alone do not count. */
function reachedFrom(path: string, seen = new Set<string>()): Set<string> {
  if (seen.has(path)) return seen
  seen.add(path)
  const source = readFileSync(path, 'utf8')
  for (const [, word, specifier] of source.matchAll(/\bimport\b(\s+type\b)?[^'"]*?['"](\.[^'"]+\.tsx?)['"]/g)) {
    if (word === undefined) reachedFrom(resolve(dirname(path), specifier as string), seen)
  }
  return seen
}

test.each([
  ['haykal.public.ts', 'screens/shop/shop.view.tsx'],
  ['haykal.web.ts', 'screens/low-stock/low-stock.view.tsx'],
])('%s brings no model into the browser', (face, screen) => {
  const reached = [...reachedFrom(resolve(here, face))]
  expect(reached).toContain(resolve(here, screen))
  expect(reached.filter((path) => /defineModel\(|defineProject\(/.test(readFileSync(path, 'utf8')))).toEqual([])
})
