/** The columns of a grid: all of them, or beside an open record as many as there is room for, since that shows the rest. */

import type { ViewColumn } from '@haykal/contract'
import type { Model, ModelField } from '@haykal/model'
import { type CSSProperties, type RefObject, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { besideWidth } from './beside-width.ts'
import { type ColumnLook, lookOf } from './column-look.ts'
import { edgeStyles, sizedLook, startRoom } from './column-sizes.ts'

/** A column. */
export interface GridColumn {
  readonly field: ModelField
  readonly look: ColumnLook
  /** Its place among all columns of the list, counted from 0. */
  readonly index: number
  /** By this one a record is called; it stays in sight. */
  readonly isName: boolean
  /** The edge at which it stays in sight; absent: it scrolls, but for the one with the names. */
  readonly pin?: ViewColumn['pin']
  /** What keeps it there; absent: nothing, or for the one with the names the style sheet. */
  readonly style?: CSSProperties
}

/** Where the grid is. */
export interface GridRoom {
  readonly scroller: RefObject<HTMLElement | null>
  /** A record is open beside the list. */
  readonly isNarrowed: boolean
  /** How wide columns were made, and where they were pinned; absent: nobody chose. */
  readonly chosen?: readonly ViewColumn[] | undefined
}

/** Pixels beside the columns. */
const margin = 24

/** The columns of the list of a model. */
export function useColumns(model: Model, { scroller, isNarrowed, chosen }: GridRoom): readonly GridColumn[] {
  const room = useRoom(scroller, isNarrowed)
  const all = useMemo(() => columnsOf(model, chosen), [model, chosen])
  const count = countFitting(all, room)
  return useMemo(() => atEdges(pick(all, count)), [all, count])
}

/** All columns. */
export function columnsOf(model: Model, chosen: readonly ViewColumn[] = []): readonly GridColumn[] {
  const name = model.columns.includes(model.title) ? model.title : model.columns[0]
  const byField = new Map(chosen.map((column) => [column.field, column]))
  return model.columns.map((field, index) => {
    const { width, pin } = byField.get(field.name) ?? {}
    const look = sizedLook(lookOf(model, field), { ...(width !== undefined && { width }), ...(pin && { pin }) })
    return { field, look, index, isName: field === name, ...(pin && { pin }) }
  })
}

/** Each with what keeps it at its edge; the one with the names stands behind those at the start. */
function atEdges(columns: readonly GridColumn[]): readonly GridColumn[] {
  if (columns.every(({ pin }) => pin === undefined)) return columns
  const styles = edgeStyles(columns)
  const room = startRoom(columns)
  return columns.map((column, index) => {
    const style =
      styles[index] ?? (column.isName ? { insetInlineStart: `calc(var(--start, 0px) + ${room}px)` } : undefined)
    return style ? { ...column, style } : column
  })
}

/** The first columns that there is room for, in pixels: the one with the names and one more in any case; all where room is undefined. */
export function fittingColumns(columns: readonly GridColumn[], room: number | undefined): readonly GridColumn[] {
  return pick(columns, countFitting(columns, room))
}

function countFitting(columns: readonly GridColumn[], room: number | undefined): number {
  if (room === undefined) return columns.length
  const name = columns.find(({ isName }) => isName)
  let left = room - margin - (name?.look.least ?? 0)
  let count = name ? 1 : 0
  for (const column of columns) {
    if (column === name) continue
    left -= column.look.least
    if (left < 0 && count >= 2) break
    count += 1
  }
  return count
}

function pick(columns: readonly GridColumn[], count: number): readonly GridColumn[] {
  if (count >= columns.length) return columns
  const name = columns.find(({ isName }) => isName)
  const first = columns.slice(0, count)
  return name && !first.includes(name) ? [...first.slice(0, -1), name] : first
}

/** The room for columns in pixels; undefined where all are shown. */
function useRoom(element: RefObject<HTMLElement | null>, isNarrowed: boolean): number | undefined {
  const [measured, setMeasured] = useState<{ readonly width: number; readonly isNarrowed: boolean }>()
  const latest = useRef(isNarrowed)
  useLayoutEffect(() => {
    latest.current = isNarrowed
  })
  useLayoutEffect(() => {
    const grid = element.current
    if (!grid) return
    const measure = () => setMeasured({ width: grid.clientWidth, isNarrowed: latest.current })
    // Where all columns are shown, there is time until the browser has laid them out.
    if (latest.current) measure()
    const observer = new ResizeObserver(measure)
    observer.observe(grid)
    return () => observer.disconnect()
  }, [element])
  if (!isNarrowed || !measured) return undefined
  // The record comes with the same picture: to measure again first would lay out the page twice.
  return measured.isNarrowed ? measured.width : measured.width - besideWidth()
}
