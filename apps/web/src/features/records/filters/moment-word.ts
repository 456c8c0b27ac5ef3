/** A day, a moment or a stretch of time that is told from the present, in words. */
import { momentText, spanText } from '@haykal/contract/moment-text'
import type { Translator } from '@haykal/messages'
import type { Json, ModelField } from '@haykal/model'
import { isMoment } from './operators.ts'
import { readStretch, testOfPeriod } from './period.ts'

/** The words; undefined for any other value. */
export function momentWord(t: Translator, field: ModelField, value: Json): string | undefined {
  if (!isMoment(field) || typeof value !== 'string') return undefined
  if (!readStretch(value)) return momentText({ t }, value)
  const { value: between } = testOfPeriod(value)
  return spanText({ t }, { operator: 'between', values: Array.isArray(between) ? between.map(String) : [] })
}
