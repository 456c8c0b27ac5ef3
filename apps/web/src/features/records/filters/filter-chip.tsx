/** One filter in words: pressed, it opens for change. */

import { type Locale, useLocale } from '@haykal/messages/react'
import type { Json, Model, ModelField } from '@haykal/model'
import { Chip } from '@haykal/ui/chip/chip.tsx'
import { Popover } from '@haykal/ui/popover/popover.tsx'
import { Suspense } from 'react'
import { useModels } from '../../boot/use-boot.ts'
import type { FilterTerm } from '../list-search.ts'
import { FilterValue } from './filter-value.tsx'
import styles from './filters.module.css'
import { followTerm } from './follow-term.ts'
import { momentWord } from './moment-word.ts'
import { sentenceText } from './operators.ts'
import { lazyPart } from '../../screens/lazy-part.ts'

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
  const { t, language, format } = useLocale()
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
  const { path, field, label, question, values } = followed
  const operator = t(sentenceText(field, question, values))
  const sentence = [label, operator, format.list(values.map((value) => plainWord(field, value, { format, t })))]
    .join(' ')
    .trim()
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
            <Suspense fallback={<div className={styles.waiting} />}>
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

/** A value in the name of a button, where nothing but text can stand. */
function plainWord(field: ModelField, value: Json, { format, t }: Pick<Locale, 'format' | 't'>): string {
  const text = String(value)
  const moment = momentWord(t, field, value)
  if (moment !== undefined) return moment
  if (!field.kind.parse(value, field.options).ok) return text
  return field.column.kind === 'date'
    ? format.date(text)
    : field.column.kind === 'timestamp'
      ? format.dateTime(text)
      : text
}
