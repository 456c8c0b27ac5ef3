/** The filters of a list as readable chips, each to be changed or taken away, and the button for one more. */

import { useLocale } from '@haykal/messages/react'
import type { Model, ModelField } from '@haykal/model'
import { Button } from '@haykal/ui/button/button.tsx'
import { Popover } from '@haykal/ui/popover/popover.tsx'
import { lazy, Suspense, useRef } from 'react'
import { keyShortcut } from '../../keys/key-text.ts'
import { useKeys } from '../../keys/use-keys.ts'
import { type FilterTerm, filterOfTerms, type ListSearch, termsOf } from '../list-search.ts'
import { SortMenu } from '../sort-menu.tsx'
import styles from './filters.module.css'

const loadChips = async () => ({ default: (await import('./filter-chips.tsx')).FilterChips })
const FilterChips = lazy(loadChips)
const FilterEditor = lazy(async () => {
  // Whoever makes a filter sees it as a chip next.
  const [{ FilterEditor }] = await Promise.all([import('./filter-editor.tsx'), loadChips()])
  return { default: FilterEditor }
})

/** The properties of the bar. */
export interface FilterBarProps {
  readonly model: Model
  readonly search: ListSearch
  readonly onChange: (search: ListSearch) => void
  /** Where no header can be pressed, the bar offers the order too; absent: the headers do. */
  readonly onSort: ((field: ModelField) => void) | undefined
}

/** The bar. */
export function FilterBar({ model, search, onChange, onSort }: FilterBarProps) {
  const { t } = useLocale()
  const terms = termsOf(search.filter)
  const button = useRef<HTMLButtonElement>(null)
  const open = () => {
    // What has the focus now gets it back at the end.
    button.current?.focus()
    button.current?.click()
  }
  useKeys({ filter: terms && open })
  const apply = (next: readonly FilterTerm[]) => {
    const { filter: _, ...rest } = search
    const filter = filterOfTerms(next)
    onChange(filter === undefined ? rest : { ...rest, filter })
  }
  return (
    <section className={styles.bar} aria-label={t('filter.active')}>
      {search.filter !== undefined && (
        <div className={styles.chips}>
          <Suspense>
            <FilterChips model={model} terms={terms} onChange={apply} />
          </Suspense>
        </div>
      )}
      <Popover
        label={t('filter.title')}
        trigger={(trigger) => (
          <Button
            ref={button}
            variant="quiet"
            icon="plus"
            {...trigger}
            disabled={terms === undefined}
            aria-keyshortcuts={keyShortcut('filter')}
          >
            {t('filter.add')}
          </Button>
        )}
      >
        {(close) => (
          <Suspense fallback={<div className={styles.waiting} />}>
            <FilterEditor
              model={model}
              onApply={(term) => {
                close()
                apply([...(terms ?? []), term])
              }}
            />
          </Suspense>
        )}
      </Popover>
      {onSort && <SortMenu model={model} sort={search.sort} onSort={onSort} />}
    </section>
  )
}
