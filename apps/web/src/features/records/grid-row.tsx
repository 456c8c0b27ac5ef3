/** One row of a grid: the box by which it is chosen, and a cell for each column. */
import { isBlank, type Model, type ModelField, recordId } from '@haykal/model'
import { classNames } from '@haykal/ui/class-names.ts'
import { Skeleton } from '@haykal/ui/skeleton/skeleton.tsx'
import { type ModelView, recordPath } from 'haykal/web'
import { type MouseEvent, memo } from 'react'
import type { ChoosingActs } from './choosing.ts'
import { hasPage } from './has-page.ts'
import type { ListedRecord } from './page-window.ts'
import { cellKey, RecordCell } from './record-cell.tsx'
import styles from './record-grid.module.css'
import { Untitled } from './untitled.tsx'
import type { GridColumn } from './use-columns.ts'

/** The properties of a row. */
export interface GridRowProps {
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
  readonly isChosen: boolean
  /** What chooses it; undefined: nothing can be chosen. */
  readonly acts: ChoosingActs | undefined
  readonly onPress: (row: number, event: MouseEvent) => void
  readonly onPoint: (id: string | undefined) => void
}

/** The row; the shape of one, until its record is there. */
export const GridRow = memo(function GridRow(properties: GridRowProps) {
  const { id, row, top, isActive, isOpen, isChosen, acts, onPress, onPoint, model, view, listed, columns } = properties
  // The shape of a row is none that could be read out or pressed, until one stands on it.
  const semantics =
    listed || isActive
      ? { role: 'row', 'aria-rowindex': row + 2, 'aria-selected': acts && isChosen }
      : { role: 'presentation', 'aria-hidden': true }
  return (
    <div
      {...semantics}
      id={id}
      className={classNames(styles.row, isActive && styles.active)}
      style={{ insetBlockStart: top }}
      data-active={isActive || undefined}
      aria-current={isOpen || undefined}
      onClickCapture={(event) => onPress(row, event)}
      onPointerMove={() => onPoint(listed && hasPage(model) ? recordId(model, listed.record) : undefined)}
    >
      {acts && (
        <acts.Tick acts={acts} model={model} row={row} listed={listed} isChosen={isChosen} className={styles.tick} />
      )}
      {columns.map((column) => (
        <Cell
          key={column.field.name}
          model={model}
          view={view}
          listed={listed}
          column={column}
          place={column.index + (acts ? 2 : 1)}
          width={listed ? '' : placeholderWidth(column.field, row)}
        />
      ))}
    </div>
  )
})

interface CellProps extends Pick<GridRowProps, 'model' | 'view' | 'listed'> {
  readonly column: GridColumn
  /** Its number among the columns, counted from 1. */
  readonly place: number
  /** How wide its shape is as long as there is no record. */
  readonly width: string
}

const Cell = memo(function Cell({ model, view, listed, width, place, column }: CellProps) {
  const { field, look, isName, pin, style } = column
  const semantics = { role: 'gridcell', 'aria-colindex': place, 'data-field': field.name }
  const className = classNames(
    styles.cell,
    look.align === 'end' && styles.end,
    field.isKey && styles.key,
    (isName || pin) && styles.nameCell,
    pin === 'end' && styles.atEnd,
  )
  if (!listed) {
    return (
      <div {...semantics} className={className} style={style}>
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
    <div {...semantics} className={className} style={style}>
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
