import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkPattern } from './check-pattern.ts'

test.each([
  '[A-Z]{3}-\\d{4}',
  '^[A-Z]{3}$',
  '\\d{5}(-\\d{4})?',
  '[A-Z]{2}\\d{2}[A-Z0-9]{11,30}',
  '(?:EUR|EGP|USD)\\d+',
  'foo|food',
  '\\w+@\\w+\\.\\w+',
  '[\\w.]+@[\\w.]+\\.[a-z]+',
  '(\\d{1,3}\\.){3}\\d{1,3}',
  '(\\d+,)*\\d+',
  '\\s*\\w+\\s*',
  '\\w+(\\s\\w+)*',
  '\\d{1,3}\\d',
  '[^@]+@[^@]+',
  '\\p{Lu}\\p{Ll}+ \\p{Lu}\\p{Ll}+',
  '[ء-ي]+(?: [ء-ي]+)*',
  '(?<year>\\d{4})/\\u0661+',
  '.*',
  '',
])('takes %s', (pattern) => {
  expect(checkPattern(pattern === '' ? undefined : pattern)).toEqual([])
})

test.each([
  '(a+)+',
  '(a*)*',
  '(a|a)*b',
  '(a|aa)+',
  '(x+x+)+y',
  '^(([a-z])+.)+[A-Z]([a-z])+$',
  '\\w+(\\s?\\w+)*',
  '.*foo.*',
  '[A-Z]+-?[A-Z0-9]+',
  'a*b*a*',
  '(a?){30}a{30}',
  '(?:a?|b?){20}c',
  '(.*,)*x',
  '([a-zA-Z0-9])(([\\-.]|[_]+)?([a-zA-Z0-9]+))*(@){1}[a-z0-9]+',
  '(\\d+)\\1',
  '(?<a>b+)\\k<a>',
  '(?=.*\\d).+',
  'a(?!b)',
  '(?<=a)b',
  '(?i:a)',
  'a{1000}',
  '((a{20}){20}){20}',
  '(',
  '[z-a]',
  '\\q',
  7,
  '',
  'a'.repeat(501),
])('refuses %s in a sentence', (pattern) => {
  const mistakes = checkPattern(pattern)
  expect(mistakes).toHaveLength(1)
  expect(mistakes[0]).toMatch(/^pattern (?:is|has) .{10,}[^.]$/)
})

const pieces = fc.constantFrom(
  'a',
  'b',
  '.',
  '[ab]',
  '[^a]',
  '\\d',
  '(',
  ')',
  '(?:',
  '|',
  '*',
  '+',
  '?',
  '{2}',
  '{1,3}',
  '^',
  '$',
)

test('answers any expression, and those that it takes match any text at once', () => {
  let taken = 0
  fc.assert(
    fc.property(
      fc.array(pieces, { minLength: 1, maxLength: 14 }),
      fc.array(fc.constantFrom('a', 'b', '1', '-')),
      (given, tail) => {
        const pattern = given.join('')
        if (checkPattern(pattern).length > 0) return
        taken += 1
        const started = performance.now()
        for (const text of ['a'.repeat(1000), 'ab'.repeat(500), 'aab'.repeat(300)]) {
          new RegExp(`^(?:${pattern})$`, 'u').test(`${text}${tail.join('')}!`)
        }
        expect(performance.now() - started).toBeLessThan(200)
      },
    ),
    { numRuns: 5000 },
  )
  expect(taken).toBeGreaterThan(100)
})
