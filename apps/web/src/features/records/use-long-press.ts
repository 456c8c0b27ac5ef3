/** Tells when a finger rests on something: what a second button of a mouse is elsewhere. */
import { type PointerEvent, type SyntheticEvent, useEffect, useRef } from 'react'

/** How long, in milliseconds, as on the phones themselves. */
const restMs = 500
/** How far a finger may tremble meanwhile, in pixels. */
const trembles = 8

/** What is told to an element that can be held. */
export interface LongPress {
  readonly onPointerDown: (event: PointerEvent) => void
  readonly onPointerMove: (event: PointerEvent) => void
  readonly onPointerUp: () => void
  readonly onPointerCancel: () => void
  readonly onContextMenu: (event: SyntheticEvent) => void
}

/** Calls when a finger rests; undefined: nothing comes of it. */
export function useLongPress(act: (() => void) | undefined): LongPress {
  const press = useRef<{ readonly timer: ReturnType<typeof setTimeout>; readonly x: number; readonly y: number }>(
    undefined,
  )
  const end = () => {
    clearTimeout(press.current?.timer)
    press.current = undefined
  }
  useEffect(() => () => clearTimeout(press.current?.timer), [])
  return {
    onPointerDown: ({ clientX: x, clientY: y, isPrimary }) => {
      end()
      if (act && isPrimary) press.current = { timer: setTimeout(act, restMs), x, y }
    },
    onPointerMove: ({ clientX, clientY }) => {
      if (press.current && Math.hypot(clientX - press.current.x, clientY - press.current.y) > trembles) end()
    },
    onPointerUp: end,
    onPointerCancel: end,
    // The phone's own menu would lie over what comes of it.
    onContextMenu: (event) => {
      if (act && press.current) event.preventDefault()
    },
  }
}
