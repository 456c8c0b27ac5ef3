/** Where columns stand beside each other: those that were pinned keep their place at an edge while the others pass under them. */
import type { ViewColumn } from '@haykal/contract'
import type { CSSProperties } from 'react'
import type { ColumnLook } from './column-look.ts'

/** A column as far as its place goes. */
interface Placed {
  readonly look: ColumnLook
  readonly pin?: ViewColumn['pin']
}

/** The look of a column that somebody made as wide as this, or pinned: its track is a number, so that what stands beside it knows where. */
export function sizedLook(look: ColumnLook, { width, pin }: Pick<ViewColumn, 'width' | 'pin'>): ColumnLook {
  if (width === undefined && pin === undefined) return look
  const least = width ?? look.least
  return { ...look, least, track: `${least}px` }
}

/** For each column the style that keeps it at its edge; undefined for one that scrolls, and where none is pinned. */
export function edgeStyles(columns: readonly Placed[]): readonly (CSSProperties | undefined)[] {
  return columns.map(({ pin }, index) => {
    if (pin === undefined) return undefined
    const isStart = pin === 'start'
    const between = isStart ? columns.slice(0, index) : columns.slice(index + 1)
    const room = between.filter((other) => other.pin === pin).reduce((sum, { look }) => sum + look.least, 0)
    return isStart
      ? { insetInlineStart: `calc(var(--start, 0px) + ${room}px)` }
      : { insetInlineStart: 'auto', insetInlineEnd: `${room}px` }
  })
}

/** How far from the start a column stays that is in sight without being pinned: behind those that are. */
export function startRoom(columns: readonly Placed[]): number {
  return columns.filter(({ pin }) => pin === 'start').reduce((sum, { look }) => sum + look.least, 0)
}
