/** What a filter compares with, as people read it: titles for records, words for choices, formatted numbers and days. */

import { useLocale } from '@haykal/messages/react'
import { type Json, type ModelField, tameDirection } from '@haykal/model'
import { OneValue } from '../one-value.tsx'
import { momentWord } from './moment-word.ts'
import type { Question } from './operators.ts'

/** The properties of the value. */
export interface FilterValueProps {
  readonly field: ModelField
  readonly question: Question
  readonly values: readonly Json[]
}

const typed: ReadonlySet<Question> = new Set(['contains', 'startsWith', 'endsWith'])

/** The values of a filter. */
export function FilterValue({ field, question, values }: FilterValueProps) {
  const { t, format } = useLocale()
  const [first, second] = values
  const words = values.map((value) => momentWord(t, field, value))
  if (first === undefined || first === null) return t('filter.empty')
  if (typed.has(question)) return <bdi>{tameDirection(String(first))}</bdi>
  const shown = (value: Json, index: number) => words[index] ?? <OneValue field={field} value={value} />
  if (second === undefined) return shown(first, 0)
  if (values.length > 2) {
    return (
      <>
        {shown(first, 0)} +{format.number(values.length - 1)}
      </>
    )
  }
  return (
    <>
      {shown(first, 0)} {question === 'between' ? '–' : '/'} {shown(second, 1)}
    </>
  )
}
