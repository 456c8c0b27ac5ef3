/** A list as a grid: one row a record, drawn only where one looks; moved through with the keyboard like a table of a spreadsheet. */

import { useLocale } from '@haykal/messages/react'
import type { Model, ModelField } from '@haykal/model'
import { recordId } from '@haykal/model'
import { classNames } from '@haykal/ui/class-names.ts'
import { Skeleton } from '@haykal/ui/skeleton/skeleton.tsx'
import { Link } from '@tanstack/react-router'
import type { ModelView } from 'haykal/web'
import { type CSSProperties, type MouseEvent, memo, useMemo, useRef } from 'react'
import { type ColumnLook, lookOf, tracksOf } from './column-look.ts'
import { GridHead } from './grid-head.tsx'
import { hasPage } from './has-page.ts'
import type { ListedRecord } from './page-window.ts'
import { RecordCell } from './record-cell.tsx'
import styles from './record-grid.module.css'
import { useListPlace } from './use-list-place.ts'
import type { RecordList } from './use-record-list.ts'
import { useRowKeys } from './use-row-keys.ts'
import { useRows } from './use-rows.ts'

const rowHeight = 34
const headHeight = 31

/** The properties of the grid. */
export interface RecordGridProps {
  readonly model: Model
  readonly view: ModelView | undefined
  readonly list: RecordList
  readonly label: string
  /** The order in the address, as it stands there. */
  readonly sort: string | undefined
  readonly onSort: (field: ModelField) => void
  readonly onOpen: (id: string) => void
  /** What the list answers; when it changes, one begins at the top again. */
  readonly question: string
}

/** The grid. */
export function RecordGrid({ model, view, list, label, sort, onSort, onOpen, question }: RecordGridProps) {
  const scroller = useRef<HTMLDivElement>(null)
  const place = useListPlace(question)
  const rows = useRows(list, { scroller, rowHeight, headHeight, question, place })
  const looks = useMemo(() => model.columns.map((field) => lookOf(model, field)), [model])
  const { tracks, least } = useMemo(() => tracksOf(looks), [looks])
  const open = (row: number) => {
    const listed = list.window.at(row)
    if (listed && hasPage(model)) onOpen(recordId(model, listed.record))
  }
  const keys = useRowKeys({ total: list.window.total, rows, scroller, onOpen: open, question, place })
  const layout = { '--tracks': tracks, '--least': `${least}px`, '--rows': `${rows.height}px` } as CSSProperties

  return (
    <div
      {...keys.grid}
      ref={scroller}
      className={classNames(styles.scroller, list.isStale && styles.stale, !hasPage(model) && styles.closed)}
      style={layout}
      aria-label={label}
      aria-rowcount={list.count?.kind === 'bounded' ? -1 : list.window.total + 1}
      aria-colcount={model.columns.length}
      aria-busy={list.isStale || list.isPending}
    >
      <GridHead model={model} looks={looks} sort={sort} onSort={onSort} />
      <div className={styles.rows} role="rowgroup">
        <div className={styles.shown} style={{ translate: `0 ${rows.offset}px` }} role="presentation">
          {rows.shown.map((row) => (
            <GridRow
              key={row}
              id={keys.idOf(row)}
              row={row}
              model={model}
              view={view}
              looks={looks}
              listed={list.window.at(row)}
              isActive={keys.active === row}
              onPress={keys.press}
            />
          ))}
        </div>
      </div>
    </div>
  )
}

interface GridRowProps {
  readonly id: string
  readonly row: number
  readonly model: Model
  readonly view: ModelView | undefined
  readonly looks: readonly ColumnLook[]
  readonly listed: ListedRecord | undefined
  readonly isActive: boolean
  readonly onPress: (row: number, event: MouseEvent) => void
}

const GridRow = memo(
  function GridRow({ id, row, model, view, looks, listed, isActive, onPress }: GridRowProps) {
    const semantics = { role: 'row', 'aria-rowindex': row + 2, 'aria-selected': isActive }
    return (
      <div {...semantics} id={id} className={styles.row} onClick={(event) => onPress(row, event)}>
        {model.columns.map((field, column) => (
          <Cell
            key={field.name}
            field={field}
            model={model}
            view={view}
            look={looks[column]}
            listed={listed}
            row={row}
          />
        ))}
      </div>
    )
  },
  (before, after) =>
    before.listed?.record === after.listed?.record &&
    before.isActive === after.isActive &&
    before.view === after.view &&
    before.onPress === after.onPress &&
    before.looks === after.looks &&
    before.row === after.row,
)

interface CellProps {
  readonly field: ModelField
  readonly model: Model
  readonly view: ModelView | undefined
  readonly look: ColumnLook | undefined
  readonly listed: ListedRecord | undefined
  readonly row: number
}

function Cell({ field, model, view, look, listed, row }: CellProps) {
  const semantics = { role: 'gridcell' }
  const className = classNames(styles.cell, look?.align === 'end' && styles.end, field.isKey && styles.key)
  if (!listed) {
    return (
      <div {...semantics} className={className}>
        <Skeleton width={placeholderWidth(field, row)} />
      </div>
    )
  }
  const isName = hasPage(model) && field === (model.columns.includes(model.title) ? model.title : model.columns[0])
  const isEmpty = isName && (listed.record[field.name] ?? '') === ''
  const value = isEmpty ? <Untitled /> : <RecordCell field={field} listed={listed} view={view} />
  return (
    <div {...semantics} className={className}>
      {isName ? (
        <Link
          to="/$model/$id"
          params={{ model: model.name, id: recordId(model, listed.record) }}
          className={styles.name}
          tabIndex={-1}
          preload={false}
        >
          {value}
        </Link>
      ) : (
        value
      )}
    </div>
  )
}

/** Stands for the name of a record that has none, so that its link can be seen and read out. */
function Untitled() {
  const { t } = useLocale()
  return <span className={styles.untitled}>{t('app.untitled')}</span>
}

/** Uneven, as texts are; the same for the same place, so that nothing flickers. */
function placeholderWidth(field: ModelField, row: number): string {
  return `${38 + ((row * 7 + field.name.length * 13) % 5) * 11}%`
}
