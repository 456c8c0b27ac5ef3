/** A list as a grid: one row a record, drawn only where one looks; moved through with the keyboard like a table of a spreadsheet. */

import type { ViewColumn } from '@haykal/contract'
import { type Model, type ModelField, recordId } from '@haykal/model'
import { classNames } from '@haykal/ui/class-names.ts'
import type { ModelView } from 'haykal/web'
import { type CSSProperties, type RefObject, useEffect, useMemo, useRef } from 'react'
import { useRowHeight } from '../preferences/use-row-height.ts'
import type { Choosing } from './choosing.ts'
import { type ColumnLook, tracksOf } from './column-look.ts'
import { sizedLook } from './column-sizes.ts'
import { GridHead } from './grid-head.tsx'
import { GridRow } from './grid-row.tsx'
import { hasPage } from './has-page.ts'
import styles from './record-grid.module.css'
import { type GridColumn, useColumns } from './use-columns.ts'
import { useListPlace } from './use-list-place.ts'
import type { RecordList } from './use-record-list.ts'
import { type Resizing, useResizing } from './use-resizing.ts'
import { useRowKeys } from './use-row-keys.ts'
import { useRows } from './use-rows.ts'
import type { ListState } from './views/list-state.ts'

const headHeight = 31

/** The properties of the grid. */
export interface RecordGridProps {
  readonly model: Model
  readonly view: ModelView | undefined
  readonly list: RecordList
  readonly label: string
  /** How wide columns were made, where they were pinned, and how close rows are. */
  readonly layout: Pick<ListState, 'columns' | 'density'>
  /** Called with the columns once one of them was made wider or narrower. */
  readonly onColumns: (columns: readonly ViewColumn[]) => void
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
  /** The choice of records; undefined: there is nothing that one could do with them. */
  readonly choosing: Choosing | undefined
}

/** The grid. */
export function RecordGrid(properties: RecordGridProps) {
  const { model, view, list, label, layout, onColumns, sort, onSort, peek, onOpen, onFollow, onPoint, choosing } =
    properties
  const scroller = useRef<HTMLDivElement>(null)
  const place = useListPlace(list.question)
  const rowHeight = useRowHeight(layout.density)
  const rows = useRows(list, { scroller, rowHeight, headHeight, place })
  const columns = useColumns(model, { scroller, isNarrowed: peek !== undefined, chosen: layout.columns })
  const resizing = useResizing({ model, columns: layout.columns, onColumns })
  const { pulled } = resizing
  const { tracks, least } = useMemo(
    () => tracksOf(columns.map((column) => pulledLook(column, pulled))),
    [columns, pulled],
  )
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
    findEnd: list.count?.kind === 'bounded' ? list.countAll : undefined,
    arrival: list.arrival,
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
    choosing: choosing?.acts,
  })
  const isChosen = (row: number) => {
    const id = idAt(row)
    return id !== undefined && choosing?.isChosen(id) === true
  }
  const tickAll = choosing && (
    <choosing.acts.TickAll choosing={choosing} first={rows.first} count={rows.fitting()} className={styles.tick} />
  )
  useFocusBack(peek, scroller)
  const sizes = {
    '--tracks': tracks,
    '--least': `${least}px`,
    '--rows': `${rows.height}px`,
    ...(layout.density && { '--row': `${rowHeight}px` }),
  } as CSSProperties

  return (
    <div
      {...keys.grid}
      ref={scroller}
      className={classNames(
        styles.scroller,
        !hasPage(model) && styles.closed,
        choosing && styles.choosable,
        choosing?.isOn && styles.choosing,
      )}
      style={sizes}
      aria-label={label}
      aria-rowcount={list.count?.kind === 'bounded' ? -1 : list.window.total + 1}
      aria-colcount={model.columns.length + (choosing ? 1 : 0)}
      aria-multiselectable={choosing ? true : undefined}
      aria-busy={list.isStale || list.isPending}
      onPointerLeave={() => onPoint(undefined)}
      onMouseDown={(event) => {
        // A range of rows is chosen, not the text between.
        if (event.shiftKey && choosing) event.preventDefault()
      }}
    >
      <GridHead
        model={model}
        columns={columns}
        sort={sort}
        isRanked={list.isRanked}
        onSort={onSort}
        tick={tickAll}
        resizing={resizing}
      />
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
            isChosen={isChosen(row)}
            acts={choosing?.acts}
            onPress={keys.press}
            onPoint={onPoint}
          />
        ))}
      </div>
    </div>
  )
}

/** The look of a column as it is pulled. */
function pulledLook({ field, look }: GridColumn, pulled: Resizing['pulled']): ColumnLook {
  return field.name === pulled?.field ? sizedLook(look, { width: pulled.width }) : look
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
