import { expect, test } from 'vitest'
import { describeFieldKind } from '../testing/describe-field-kind.ts'
import { phoneKind, readablePhone } from './phone.ts'
import { phoneExamples } from './phone-examples.ts'

describeFieldKind(phoneKind, phoneExamples)

test('is found by a part of it as it is read, in any digits', () => {
  expect(['+20 100', '(100) 123', '١٢٣ ٤٥', ' - ', 'ask'].map((part) => phoneKind.asPart?.(part))).toEqual([
    '+20100',
    '100123',
    '12345',
    ' - ',
    'ask',
  ])
})

test('is read in groups, and every digit of it', () => {
  expect(readablePhone('+201001234567')).toBe('+20 100 123 4567')
  expect(readablePhone('+15550100199')).toBe('+1 555 010 0199')
  expect(readablePhone('+96651234567')).toBe('+966 512 345 67')
  expect(readablePhone('+6491234567')).toBe('+64 912 345 67')
  expect(phoneKind.fromText(readablePhone('+35812345678'), {})).toEqual({ ok: true, value: '+35812345678' })
})
