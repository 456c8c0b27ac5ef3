/** The filters of a list as readable chips, each to be changed or taken away, and what makes more of them. */

import { useLocale } from '@haykal/messages/react'
import type { Filter, Model, ModelField } from '@haykal/model'
import { Button } from '@haykal/ui/button/button.tsx'
import { Popover } from '@haykal/ui/popover/popover.tsx'
import { Suspense, useRef, useState } from 'react'
import { keyShortcut } from '../../keys/key-text.ts'
import { useKeys } from '../../keys/use-keys.ts'
import { withTexts } from '../../preferences/shown-preferences.ts'
import { lazyPart } from '../../screens/lazy-part.ts'
import { PartComing } from '../../screens/part-coming.tsx'
import { type FilterPart, filterOfParts, type ListSearch, partsOf } from '../list-search.ts'
import { SortMenu } from '../sort-menu-chunk.ts'
import styles from './filter-bar.module.css'

const loadChips = withTexts(async () => ({ default: (await import('./filter-chips.tsx')).FilterChips }))
const FilterChips = lazyPart(loadChips)
const FilterEditor = lazyPart(async () => {
  // Whoever makes a filter sees it as a chip next.
  const [{ FilterEditor }] = await Promise.all([import('./filter-editor.tsx'), loadChips()])
  return { default: FilterEditor }
})
const FilterBuilder = lazyPart(
  withTexts(async () => ({ default: (await import('./filter-builder.tsx')).FilterBuilder })),
)
const FacetsPanel = lazyPart(
  withTexts(async () => {
    const [{ FacetsPanel }] = await Promise.all([import('./facets-panel.tsx'), loadChips()])
    return { default: FacetsPanel }
  }),
)

/** The properties of the bar. */
export interface FilterBarProps {
  readonly model: Model
  readonly search: ListSearch
  readonly onChange: (search: ListSearch) => void
  /** Where no header can be pressed, the bar offers the order too; absent: the headers do. */
  readonly onSort: ((field: ModelField) => void) | undefined
}

/** What the builder was opened with. */
interface Building {
  readonly children?: string
}

/** The bar. */
export function FilterBar({ model, search, onChange, onSort }: FilterBarProps) {
  const { t } = useLocale()
  const [building, setBuilding] = useState<Building>()
  const button = useRef<HTMLButtonElement>(null)
  const open = () => {
    // What has the focus now gets it back at the end.
    button.current?.focus()
    button.current?.click()
  }
  useKeys({ filter: open })
  const parts = partsOf(search.filter)
  const set = (filter: Filter | undefined) => {
    const { filter: _, ...rest } = search
    onChange(filter === undefined ? rest : { ...rest, filter })
  }
  const apply = (next: readonly FilterPart[]) => set(filterOfParts(next))
  return (
    <section className={styles.bar} aria-label={t('filter.active')}>
      {search.filter !== undefined && (
        <div className={styles.chips}>
          <Suspense>
            <FilterChips model={model} parts={parts} onChange={apply} onBuild={() => setBuilding({})} />
          </Suspense>
        </div>
      )}
      <Popover
        label={t('filter.title')}
        trigger={(trigger) => (
          <Button ref={button} variant="quiet" icon="plus" {...trigger} aria-keyshortcuts={keyShortcut('filter')}>
            {t('filter.add')}
          </Button>
        )}
      >
        {(close) => (
          <Suspense fallback={<PartComing />}>
            <FilterEditor
              model={model}
              onApply={(term) => {
                close()
                apply([...parts, term])
              }}
              onBuild={(children) => {
                close()
                setBuilding(children === undefined ? {} : { children })
              }}
            />
          </Suspense>
        )}
      </Popover>
      <Popover
        label={t('filter.narrow')}
        trigger={(trigger) => (
          <Button variant="quiet" icon="filter" {...trigger}>
            {t('filter.narrow')}
          </Button>
        )}
      >
        {() => (
          <Suspense fallback={<PartComing />}>
            <FacetsPanel model={model} search={search} parts={parts} onChange={apply} />
          </Suspense>
        )}
      </Popover>
      {onSort && (
        <Suspense>
          <SortMenu model={model} sort={search.sort} onSort={onSort} />
        </Suspense>
      )}
      {building && (
        <Suspense>
          <FilterBuilder
            model={model}
            filter={search.filter}
            asked={building.children}
            onApply={(filter) => {
              setBuilding(undefined)
              set(filter)
            }}
            onClose={() => setBuilding(undefined)}
          />
        </Suspense>
      )}
    </section>
  )
}
