/** One filter in words: pressed, it opens for change. */

import { useLocale } from '@haykal/messages/react'
import type { Model } from '@haykal/model'
import { Chip } from '@haykal/ui/chip/chip.tsx'
import { Popover } from '@haykal/ui/popover/popover.tsx'
import { Suspense } from 'react'
import { useModels } from '../../boot/use-boot.ts'
import { lazyPart } from '../../screens/lazy-part.ts'
import { PartComing } from '../../screens/part-coming.tsx'
import type { FilterTerm } from '../list-search.ts'
import { useTitlesOf } from '../use-title-of.ts'
import { FilterValue } from './filter-value.tsx'
import { type FollowedTerm, followTerm } from './follow-term.ts'
import { momentWord } from './moment-word.ts'
import { sentenceText } from './operators.ts'
import { valueText } from './value-text.ts'

const FilterForm = lazyPart(async () => ({ default: (await import('./filter-form.tsx')).FilterForm }))

/** The properties of the chip. */
export interface FilterChipProps {
  readonly model: Model
  readonly term: FilterTerm
  readonly onChange: (term: FilterTerm) => void
  readonly onRemove: () => void
}

/** The chip. */
export function FilterChip({ model, term, onChange, onRemove }: FilterChipProps) {
  const { t, language } = useLocale()
  const models = useModels()
  const followed = followTerm(term, model, { models, language })
  if (!followed) {
    const name = `${term.path} ${term.operator}`
    return (
      <Chip
        field={term.path}
        operator={term.operator}
        removeLabel={t('filter.remove', { filter: name })}
        onRemove={onRemove}
      />
    )
  }
  return <FollowedChip followed={followed} onChange={onChange} onRemove={onRemove} />
}

interface FollowedChipProps extends Pick<FilterChipProps, 'onChange' | 'onRemove'> {
  readonly followed: FollowedTerm
}

function FollowedChip({ followed, onChange, onRemove }: FollowedChipProps) {
  const locale = useLocale()
  const { t, format } = locale
  const { path, field, label, question, values } = followed
  const operator = t(sentenceText(field, question, values))
  const titles = useTitlesOf(field, values)
  const words = values.map((value) => momentWord(t, field, value) ?? valueText(field, value, { ...locale, titles }))
  const sentence = [label, operator, format.list(words)].join(' ').trim()
  return (
    <Chip
      field={<bdi>{label}</bdi>}
      operator={operator}
      value={values.length === 0 ? undefined : <FilterValue field={field} question={question} values={values} />}
      removeLabel={t('filter.remove', { filter: sentence })}
      onRemove={onRemove}
      wrap={(words, className) => (
        <Popover
          label={t('filter.change', { filter: sentence })}
          trigger={(trigger) => (
            <button type="button" {...trigger} className={className}>
              {words}
            </button>
          )}
        >
          {(close) => (
            <Suspense fallback={<PartComing />}>
              <FilterForm
                path={path}
                field={field}
                label={label}
                initial={{ question, values }}
                onApply={(next) => {
                  close()
                  onChange(next)
                }}
              />
            </Suspense>
          )}
        </Popover>
      )}
    />
  )
}
