/** A filter as a sentence. */
import { useLocale } from '@haykal/messages/react'
import type { Filter, Model } from '@haykal/model'
import { useFilterSentence } from './use-filter-sentence.ts'

/** The properties of the sentence. */
export interface FilterSentenceProps {
  readonly model: Model
  readonly filter: Filter | undefined
}

/** The sentence; says so where nothing is asked, and where it cannot be understood. */
export function FilterSentence({ model, filter }: FilterSentenceProps) {
  const { t } = useLocale()
  const sentence = useFilterSentence(model, filter)
  if (filter === undefined) return t('builder.nothing')
  return sentence ?? t('filter.complex')
}
