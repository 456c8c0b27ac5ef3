import { createTranslator } from '@haykal/messages'
import { en } from '@haykal/messages/en'
import { type DoubtCode, type ErrorCode, HaykalError, invalid, type ProblemCode } from '@haykal/model'
import { expect, test } from 'vitest'
import { errorText, missingTexts, problemTexts } from './error-text.ts'

const t = createTranslator(en, 'en')

// A code without a text does not compile.
const problems: { readonly [code in ProblemCode]: unknown } = en.problem
const errors: { readonly [code in ErrorCode]: unknown } = en.error
const doubts: { readonly [code in DoubtCode]: unknown } = en.doubt

test('every code has a text', () => {
  expect(Object.values(problems).every(Boolean)).toBe(true)
  expect(Object.values(errors).every(Boolean)).toBe(true)
  expect(Object.values(doubts).every(Boolean)).toBe(true)
})

test('says what went wrong by its code, and when to try again', () => {
  expect(errorText(t, new HaykalError('too_many_requests', { retryAfter: 4.2 }))).toBe(
    'Too many tries. Wait a little, then try again. Try again in 5 seconds.',
  )
})

test('says of a fault in the app only that there is one', () => {
  expect(errorText(t, new TypeError('x is undefined'))).toBe('Something went wrong. Try again.')
})

test('gives each field its problems', () => {
  const error = invalid([
    { pointer: '/email', code: 'bad_email' },
    { pointer: '/password', code: 'password_too_short', params: { min: 8 } },
  ])
  expect(problemTexts(t, error)).toEqual({
    email: ['This is not an email address.'],
    password: ['Too short: at least 8 characters.'],
  })
})

test('says of each empty value that it is needed', () => {
  expect(missingTexts(t, { name: ' ', email: 'a@b.example' })).toEqual({ name: ['A value is needed here.'] })
})
