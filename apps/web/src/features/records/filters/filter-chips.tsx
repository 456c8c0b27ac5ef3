/** The filters of a list as chips, read as a sentence: everything that must hold of what is shown. */
import { useLocale } from '@haykal/messages/react'
import type { Model } from '@haykal/model'
import { Chip } from '@haykal/ui/chip/chip.tsx'
import type { FilterTerm } from '../list-search.ts'
import { FilterChip } from './filter-chip.tsx'

/** The properties of the chips. */
export interface FilterChipsProps {
  readonly model: Model
  /** Undefined for a filter that chips cannot show: it can only be taken away. */
  readonly terms: readonly FilterTerm[] | undefined
  readonly onChange: (terms: readonly FilterTerm[]) => void
}

/** The chips. */
export function FilterChips({ model, terms, onChange }: FilterChipsProps) {
  const { t } = useLocale()
  if (terms === undefined) {
    return (
      <Chip
        field={t('filter.complex')}
        operator=""
        removeLabel={t('filter.remove', { filter: t('filter.complex') })}
        onRemove={() => onChange([])}
      />
    )
  }
  return terms.map((term, index) => (
    <FilterChip
      key={`${term.path} ${term.operator} ${JSON.stringify(term.value)}`}
      model={model}
      term={term}
      onChange={(next) => onChange(terms.with(index, next))}
      onRemove={() => onChange(terms.toSpliced(index, 1))}
    />
  ))
}
