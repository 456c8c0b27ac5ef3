/** The head of the grid: the names of the columns, each a button that sorts by it. */

import { useLocale } from '@haykal/messages/react'
import { labelIn, type Model, type ModelField, sortTerms } from '@haykal/model'
import { classNames } from '@haykal/ui/class-names.ts'
import { Icon } from '@haykal/ui/icon/icon.tsx'
import type { ColumnLook } from './column-look.ts'
import styles from './record-grid.module.css'

/** The properties of the head. */
export interface GridHeadProps {
  readonly model: Model
  readonly looks: readonly ColumnLook[]
  readonly sort: string | undefined
  readonly onSort: (field: ModelField) => void
}

/** The head. */
export function GridHead({ model, looks, sort, onSort }: GridHeadProps) {
  const [term] = sort === undefined ? ownTerms(model) : sortTerms(sort)
  return (
    <div role="rowgroup" className={styles.head}>
      <div {...{ role: 'row', 'aria-rowindex': 1 }} className={styles.headRow}>
        {model.columns.map((field, column) => (
          <HeadCell
            key={field.name}
            field={field}
            isAtEnd={looks[column]?.align === 'end'}
            order={term?.name === field.name ? (term.descending ? 'descending' : 'ascending') : undefined}
            onSort={onSort}
          />
        ))}
      </div>
    </div>
  )
}

function ownTerms(model: Model): readonly { readonly name: string; readonly descending: boolean }[] {
  return model.sort.map(({ field, descending }) => ({ name: field.name, descending }))
}

interface HeadCellProps {
  readonly field: ModelField
  readonly isAtEnd: boolean
  readonly order: 'ascending' | 'descending' | undefined
  readonly onSort: (field: ModelField) => void
}

function HeadCell({ field, isAtEnd, order, onSort }: HeadCellProps) {
  const { language } = useLocale()
  const isSortable = field.isSortable
  const semantics = { role: 'columnheader', ...(isSortable && { 'aria-sort': order ?? ('none' as const) }) }
  const words = (
    <>
      <bdi>{labelIn(field.label, language)}</bdi>
      {order && <Icon name={order === 'ascending' ? 'up' : 'down'} />}
    </>
  )
  return (
    <div {...semantics} className={classNames(styles.headCell, isAtEnd && styles.end)}>
      {isSortable ? (
        <button
          type="button"
          className={classNames(styles.sorter, order && styles.sorted)}
          onClick={() => onSort(field)}
        >
          {words}
        </button>
      ) : (
        words
      )}
    </div>
  )
}
