import { createFormat } from '@haykal/messages'
import { expect, test } from 'vitest'
import { describeFieldKind } from '../testing/describe-field-kind.ts'
import { clockOf, timeKind } from './time.ts'
import { timeExamples } from './time-examples.ts'

describeFieldKind(timeKind, timeExamples)

test('reads every minute as each language writes it, in either digits', () => {
  for (const language of ['en', 'ar'] as const) {
    for (const digits of ['latn', 'arab'] as const) {
      const format = createFormat(language, { digits })
      for (let minute = 0; minute < 1440; minute += 7) {
        const value = new Date(minute * 60_000).toISOString().slice(11, 16)
        const { moment, options } = clockOf(value)
        const written = format.dateTime(moment, options)
        expect(timeKind.fromText(written, {}), written).toEqual({ ok: true, value })
      }
    }
  }
})
