/** The head of the grid: the names of the columns, each a button that sorts by it. */

import { useLocale } from '@haykal/messages/react'
import { labelIn, type Model, type ModelField, sortTerms } from '@haykal/model'
import { classNames } from '@haykal/ui/class-names.ts'
import { Icon } from '@haykal/ui/icon/icon.tsx'
import type { ReactNode } from 'react'
import styles from './record-grid.module.css'
import type { GridColumn } from './use-columns.ts'

/** The properties of the head. */
export interface GridHeadProps {
  readonly model: Model
  readonly columns: readonly GridColumn[]
  readonly sort: string | undefined
  readonly onSort: (field: ModelField) => void
  /** The box that chooses every row on the screen; undefined: nothing can be chosen. */
  readonly tick: ReactNode
}

/** The head. */
export function GridHead({ model, columns, sort, onSort, tick }: GridHeadProps) {
  const [term] = sort === undefined ? ownTerms(model) : sortTerms(sort)
  return (
    <div role="rowgroup" className={styles.head}>
      <div {...{ role: 'row', 'aria-rowindex': 1 }} className={styles.headRow}>
        {tick}
        {columns.map(({ field, look, index, isName }) => (
          <HeadCell
            key={field.name}
            field={field}
            place={index + (tick ? 2 : 1)}
            isName={isName}
            isAtEnd={look.align === 'end'}
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
  /** Its number among the columns, counted from 1. */
  readonly place: number
  readonly isName: boolean
  readonly isAtEnd: boolean
  readonly order: 'ascending' | 'descending' | undefined
  readonly onSort: (field: ModelField) => void
}

function HeadCell({ field, place, isName, isAtEnd, order, onSort }: HeadCellProps) {
  const { language } = useLocale()
  const isSortable = field.isSortable
  const semantics = {
    role: 'columnheader',
    'aria-colindex': place,
    ...(isSortable && { 'aria-sort': order ?? ('none' as const) }),
  }
  const words = (
    <>
      <bdi>{labelIn(field.label, language)}</bdi>
      {order && <Icon name={order === 'ascending' ? 'up' : 'down'} />}
    </>
  )
  return (
    <div {...semantics} className={classNames(styles.headCell, isAtEnd && styles.end, isName && styles.nameCell)}>
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
