/** The filters of a list as chips, read as a sentence: everything that must hold of what is shown. */
import { useLocale } from '@haykal/messages/react'
import type { Model } from '@haykal/model'
import { Chip } from '@haykal/ui/chip/chip.tsx'
import { type FilterPart, isTerm, type OtherPart } from '../list-search.ts'
import { FilterChip } from './filter-chip.tsx'
import styles from './filters.module.css'
import { useFilterSentence } from './use-filter-sentence.ts'

/** The properties of the chips. */
export interface FilterChipsProps {
  readonly model: Model
  readonly parts: readonly FilterPart[]
  readonly onChange: (parts: readonly FilterPart[]) => void
  /** Opens what takes more than one condition to say for change; absent: it can only be taken away. */
  readonly onBuild?: () => void
}

/** The chips. */
export function FilterChips({ model, parts, onChange, onBuild }: FilterChipsProps) {
  return parts.map((part, index) => {
    const shared = { model, onRemove: () => onChange(parts.toSpliced(index, 1)) }
    if (!isTerm(part)) {
      return <SentenceChip key={JSON.stringify(part.filter)} {...shared} part={part} onBuild={onBuild} />
    }
    return (
      <FilterChip
        key={`${part.path} ${part.operator} ${JSON.stringify(part.value)}`}
        {...shared}
        term={part}
        onChange={(next) => onChange(parts.with(index, next))}
      />
    )
  })
}

interface SentenceChipProps {
  readonly model: Model
  readonly part: OtherPart
  readonly onRemove: () => void
  readonly onBuild: (() => void) | undefined
}

/** Several conditions in one chip: the sentence that they make. */
function SentenceChip({ model, part, onRemove, onBuild }: SentenceChipProps) {
  const { t } = useLocale()
  const sentence = useFilterSentence(model, part.filter) ?? t('filter.complex')
  return (
    <Chip
      field={<bdi className={styles.sentence}>{sentence}</bdi>}
      removeLabel={t('filter.remove', { filter: sentence })}
      onRemove={onRemove}
      {...(onBuild && {
        wrap: (words, className) => (
          <button
            type="button"
            className={className}
            aria-label={t('filter.change', { filter: sentence })}
            data-tooltip={sentence}
            onClick={onBuild}
          >
            {words}
          </button>
        ),
      })}
    />
  )
}
