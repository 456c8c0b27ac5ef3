/** The head of the grid: the names of the columns, each a button that sorts by it. */

import { useLocale } from '@haykal/messages/react'
import { labelIn, type Model, type ModelField, sortTerms } from '@haykal/model'
import { classNames } from '@haykal/ui/class-names.ts'
import { Icon } from '@haykal/ui/icon/icon.tsx'
import type { ReactNode } from 'react'
import styles from './record-grid.module.css'
import type { GridColumn } from './use-columns.ts'
import type { Resizing } from './use-resizing.ts'

/** The properties of the head. */
export interface GridHeadProps {
  readonly model: Model
  readonly columns: readonly GridColumn[]
  readonly sort: string | undefined
  /** The rows stand in the order of how well they fit a search, not in that of a column. */
  readonly isRanked: boolean
  readonly onSort: (field: ModelField) => void
  /** The box that chooses every row on the screen; undefined: nothing can be chosen. */
  readonly tick: ReactNode
  /** What makes columns wider and narrower. */
  readonly resizing: Resizing
}

/** The head. */
export function GridHead({ model, columns, sort, isRanked, onSort, tick, resizing }: GridHeadProps) {
  const [term] = isRanked ? [] : sort === undefined ? ownTerms(model) : sortTerms(sort)
  return (
    <div role="rowgroup" className={styles.head}>
      <div {...{ role: 'row', 'aria-rowindex': 1 }} className={styles.headRow}>
        {tick}
        {columns.map((column) => (
          <HeadCell
            key={column.field.name}
            column={column}
            place={column.index + (tick ? 2 : 1)}
            order={term?.name === column.field.name ? (term.descending ? 'descending' : 'ascending') : undefined}
            onSort={onSort}
            resizing={resizing}
          />
        ))}
      </div>
    </div>
  )
}

function ownTerms(model: Model): readonly { readonly name: string; readonly descending: boolean }[] {
  return model.sort.map(({ field, descending }) => ({ name: field.name, descending }))
}

interface HeadCellProps extends Pick<GridHeadProps, 'resizing'> {
  readonly column: GridColumn
  /** Its number among the columns, counted from 1. */
  readonly place: number
  readonly order: 'ascending' | 'descending' | undefined
  readonly onSort: (field: ModelField) => void
}

function HeadCell({ column, place, order, onSort, resizing }: HeadCellProps) {
  const { field, look, isName, pin, style } = column
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
    <div
      {...semantics}
      className={classNames(
        styles.headCell,
        look.align === 'end' && styles.end,
        (isName || pin) && styles.nameCell,
        pin === 'end' && styles.atEnd,
      )}
      style={style}
    >
      {isSortable ? (
        <button
          type="button"
          className={classNames(styles.sorter, order && styles.sorted)}
          aria-keyshortcuts="Shift+ArrowLeft Shift+ArrowRight"
          onClick={() => onSort(field)}
          onKeyDown={(event) => resizing.press(field, event)}
        >
          {words}
        </button>
      ) : (
        words
      )}
      <span
        className={styles.edge}
        aria-hidden="true"
        onPointerDown={(event) => resizing.pull(field, event)}
        onDoubleClick={() => resizing.free(field)}
      />
    </div>
  )
}
