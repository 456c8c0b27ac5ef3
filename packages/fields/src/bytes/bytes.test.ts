import { expect, test } from 'vitest'
import { describeFieldKind } from '../testing/describe-field-kind.ts'
import { matchesSchema } from '../testing/matches-schema.ts'
import { bytesKind } from './bytes.ts'
import { bytesExamples } from './bytes-examples.ts'
import { sizeOf } from './size-of.ts'

describeFieldKind(bytesKind, bytesExamples)

test('tells the size of bytes that are here and of those that are not', () => {
  expect(sizeOf('')).toBe(0)
  expect(sizeOf('AAEC/w==')).toBe(4)
  expect(sizeOf({ size: 104_857_600 })).toBe(104_857_600)
  for (const odd of [null, 7, 'a text', {}, { size: '5' }, { size: -1 }, [5]]) expect(sizeOf(odd)).toBeUndefined()
})

test('describes in the API document what a record tells of large bytes', () => {
  expect(matchesSchema(bytesKind.jsonSchema({}), { size: 104_857_600 })).toBe(true)
})
