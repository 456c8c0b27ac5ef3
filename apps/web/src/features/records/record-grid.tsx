/** A list as a grid: one row a record, drawn only where one looks; moved through with the keyboard like a table of a spreadsheet. */

import { isBlank, type Model, type ModelField, recordId } from '@haykal/model'
import { classNames } from '@haykal/ui/class-names.ts'
import { Skeleton } from '@haykal/ui/skeleton/skeleton.tsx'
import { type ModelView, recordPath } from 'haykal/web'
import { type CSSProperties, type MouseEvent, memo, type RefObject, useEffect, useMemo, useRef } from 'react'
import { useRowHeight } from '../preferences/use-row-height.ts'
import { tracksOf } from './column-look.ts'
import { GridHead } from './grid-head.tsx'
import { hasPage } from './has-page.ts'
import type { ListedRecord } from './page-window.ts'
import { cellKey, RecordCell } from './record-cell.tsx'
import styles from './record-grid.module.css'
import { Untitled } from './untitled.tsx'
import { type GridColumn, useColumns } from './use-columns.ts'
import { useListPlace } from './use-list-place.ts'
import type { RecordList } from './use-record-list.ts'
import { useRowKeys } from './use-row-keys.ts'
import { useRows } from './use-rows.ts'

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
  /** The id of the record that is open beside the list; undefined: none is. */
  readonly peek: string | undefined
  readonly onOpen: (id: string) => void
  /** Called with the id of the record to which the keys moved. */
  readonly onFollow: (id: string) => void
  /** Called with the id of a record that one points at; undefined: one points elsewhere. */
  readonly onPoint: (id: string | undefined) => void
}

/** The grid. */
export function RecordGrid(properties: RecordGridProps) {
  const { model, view, list, label, sort, onSort, peek, onOpen, onFollow, onPoint } = properties
  const scroller = useRef<HTMLDivElement>(null)
  const place = useListPlace(list.question)
  const rowHeight = useRowHeight()
  const rows = useRows(list, { scroller, rowHeight, headHeight, place })
  const columns = useColumns(model, { scroller, isNarrowed: peek !== undefined })
  const { tracks, least } = useMemo(() => tracksOf(columns.map(({ look }) => look)), [columns])
  const idAt = (row: number) => {
    const listed = hasPage(model) ? list.window.at(row) : undefined
    return listed && recordId(model, listed.record)
  }
  const openRow = peek === undefined ? undefined : rows.shown.find((row) => idAt(row) === peek)
  const keys = useRowKeys({
    total: list.window.total,
    rows,
    scroller,
    open: openRow,
    question: list.question,
    place,
    onOpen: (row) => {
      const id = idAt(row)
      if (id === undefined) return
      if (id === peek) focusPeek()
      else onOpen(id)
    },
    onChoose: (row, next) => {
      const id = idAt(row)
      if (id !== undefined) onFollow(id)
      onPoint(idAt(peek === undefined ? row : next))
    },
  })
  useFocusBack(peek, scroller)
  const layout = { '--tracks': tracks, '--least': `${least}px`, '--rows': `${rows.height}px` } as CSSProperties

  return (
    <div
      {...keys.grid}
      ref={scroller}
      className={classNames(styles.scroller, !hasPage(model) && styles.closed)}
      style={layout}
      aria-label={label}
      aria-rowcount={list.count?.kind === 'bounded' ? -1 : list.window.total + 1}
      aria-colcount={model.columns.length}
      aria-busy={list.isStale || list.isPending}
      onPointerLeave={() => onPoint(undefined)}
    >
      <GridHead model={model} columns={columns} sort={sort} onSort={onSort} />
      <div className={classNames(styles.rows, list.isPending && styles.waiting)} role="rowgroup">
        {rows.shown.map((row) => (
          <GridRow
            key={row % rows.places}
            id={keys.idOf(row)}
            row={row}
            top={rows.top(row)}
            model={model}
            view={view}
            columns={columns}
            listed={list.window.at(row)}
            isActive={keys.active === row}
            isOpen={openRow === row}
            onPress={keys.press}
            onPoint={onPoint}
          />
        ))}
      </div>
    </div>
  )
}

interface GridRowProps {
  readonly id: string
  readonly row: number
  /** Where it stands, in pixels from the top of the rows. */
  readonly top: number
  readonly model: Model
  readonly view: ModelView | undefined
  readonly columns: readonly GridColumn[]
  readonly listed: ListedRecord | undefined
  readonly isActive: boolean
  readonly isOpen: boolean
  readonly onPress: (row: number, event: MouseEvent) => void
  readonly onPoint: (id: string | undefined) => void
}

const GridRow = memo(function GridRow({ id, row, top, isActive, isOpen, onPress, onPoint, ...cells }: GridRowProps) {
  const { model, listed, columns } = cells
  // The shape of a row is none that could be read out or pressed, until one stands on it.
  const semantics =
    listed || isActive
      ? { role: 'row', 'aria-rowindex': row + 2, 'aria-selected': isActive }
      : { role: 'presentation', 'aria-hidden': true }
  return (
    <div
      {...semantics}
      id={id}
      className={styles.row}
      style={{ insetBlockStart: top }}
      aria-current={isOpen || undefined}
      onClickCapture={(event) => onPress(row, event)}
      onPointerMove={() => onPoint(listed && hasPage(model) ? recordId(model, listed.record) : undefined)}
    >
      {columns.map((column) => (
        <Cell
          key={column.field.name}
          model={model}
          view={cells.view}
          listed={listed}
          column={column}
          width={listed ? '' : placeholderWidth(column.field, row)}
        />
      ))}
    </div>
  )
})

interface CellProps extends Pick<GridRowProps, 'model' | 'view' | 'listed'> {
  readonly column: GridColumn
  /** How wide its shape is as long as there is no record. */
  readonly width: string
}

const Cell = memo(function Cell({ model, view, listed, width, column: { field, look, isName, index } }: CellProps) {
  const semantics = { role: 'gridcell', 'aria-colindex': index + 1 }
  const className = classNames(
    styles.cell,
    look.align === 'end' && styles.end,
    field.isKey && styles.key,
    isName && styles.nameCell,
  )
  if (!listed) {
    return (
      <div {...semantics} className={className}>
        <Skeleton width={width} />
      </div>
    )
  }
  const isEmpty = isName && isBlank(String(listed.record[field.name] ?? ''))
  const value = isEmpty ? (
    <Untitled />
  ) : (
    <RecordCell
      key={cellKey(model, { field, listed, view })}
      field={field}
      listed={listed}
      view={view}
      mayLink={!isName}
    />
  )
  return (
    <div {...semantics} className={className}>
      {isName && hasPage(model) ? (
        // The row opens it: the address is for whoever opens it elsewhere.
        <a
          href={recordPath(model.name, recordId(model, listed.record))}
          className={styles.name}
          tabIndex={-1}
          data-name=""
        >
          {value}
        </a>
      ) : (
        value
      )}
    </div>
  )
})

/** Uneven, as texts are; the same for the same place, so that nothing flickers. */
function placeholderWidth(field: ModelField, row: number): string {
  return `${38 + ((row * 7 + field.name.length * 13) % 5) * 11}%`
}

/** Moves the focus into the panel beside the list: whoever opens the open record again wants to go on there. */
function focusPeek(): void {
  document.querySelector<HTMLElement>('[data-peek]')?.focus()
}

/** When the panel closes and takes the focus along, its row has it again. */
function useFocusBack(peek: string | undefined, scroller: RefObject<HTMLElement | null>): void {
  const before = useRef(peek)
  useEffect(() => {
    const isClosed = before.current !== undefined && peek === undefined
    before.current = peek
    if (isClosed && document.activeElement === document.body) scroller.current?.focus({ preventScroll: true })
  }, [peek, scroller])
}
