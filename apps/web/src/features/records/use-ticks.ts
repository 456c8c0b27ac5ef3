/** Chooses the rows of a grid: by their boxes, by the key for the row that is meant, and all on the screen at once. */
import { type RefObject, useCallback, useRef } from 'react'
import { useKeys } from '../keys/use-keys.ts'
import type { HeadTick } from './grid-head.tsx'
import type { Choosing } from './use-chosen.ts'
import type { Rows } from './use-rows.ts'

/** What is chosen from. */
export interface TicksOptions {
  /** Undefined: nothing can be chosen. */
  readonly choosing: Choosing | undefined
  readonly rows: Rows
  readonly scroller: RefObject<HTMLElement | null>
  /** The row on which the keys stand; -1: none. */
  readonly active: number
  /** The id of the record of a row; undefined: it is not there. */
  readonly idAt: (row: number) => string | undefined
}

/** The boxes of a grid. */
export interface Ticks {
  readonly head: HeadTick | undefined
  /** Whether a row is chosen; undefined: nothing can be. */
  readonly isChosen: (row: number) => boolean | undefined
  /** Takes a press on a box. This and the next are the same functions as long as the list is. */
  readonly tick: (row: number, isRange: boolean) => void
  /** Told that the pointer moved over the rows, or else the keys did. */
  readonly follow: (isPointer: boolean) => void
}

/** The boxes. */
export function useTicks({ choosing, rows, scroller, active, idAt }: TicksOptions): Ticks {
  const { toggle, extend } = choosing ?? {}
  const isPointing = useRef(false)
  const tick = useCallback((row: number, isRange: boolean) => (isRange ? extend : toggle)?.(row), [toggle, extend])
  const follow = useCallback((isPointer: boolean) => {
    isPointing.current = isPointer
  }, [])
  const chooseMeant = () => {
    // What one last pointed at or moved to is meant.
    const row = (isPointing.current ? rowUnderPointer(scroller.current) : undefined) ?? active
    if (row >= 0) toggle?.(row)
  }
  useKeys({ choose: choosing && chooseMeant })

  const isChosen = (row: number) => {
    if (!choosing) return undefined
    const id = idAt(row)
    return id !== undefined && choosing.isChosen(id)
  }
  const head = () => {
    const all = Array.from({ length: rows.fitting() }, (_, index) => rows.first + index)
    const inSight = all.filter((row) => idAt(row) !== undefined)
    const isAll = inSight.length > 0 && inSight.every(isChosen)
    return { isAll, isSome: choosing?.isOn === true && !isAll, onTick: () => choosing?.set(inSight, !isAll) }
  }
  return { head: choosing && head(), isChosen, tick, follow }
}

function rowUnderPointer(scroller: HTMLElement | null): number | undefined {
  const index = scroller?.querySelector('[role=row][aria-rowindex]:not(:has([role=columnheader])):hover')
  return index ? Number(index.getAttribute('aria-rowindex')) - 2 : undefined
}
