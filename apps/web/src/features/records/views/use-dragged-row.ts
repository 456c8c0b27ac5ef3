/** Moves rows that stand one under the other: with the pointer by their handles, or with the arrow keys. */
import { type KeyboardEvent, type PointerEvent, useEffect, useLayoutEffect, useRef, useState } from 'react'

/** What becomes of a move. */
export interface Dragging {
  /** The rows, in order, by what stays theirs wherever they are. */
  readonly keys: readonly string[]
  /** A row is in another place; while one still drags, it is not let go of yet. */
  readonly onMove: (from: number, to: number, isHeld: boolean) => void
  /** It was let go of. */
  readonly onDrop: () => void
}

/** What the rows and their handles take over. */
export function useDraggedRow(dragging: Dragging) {
  const rows = useRef(new Map<string, HTMLElement>())
  const latest = useRef(dragging)
  const [held, setHeld] = useState<string>()
  // A handle that moves with its row loses the focus on the way.
  const focused = useRef<string>(undefined)
  useLayoutEffect(() => {
    latest.current = dragging
    const handle = rows.current.get(focused.current ?? '')?.querySelector('button')
    if (handle && document.activeElement === document.body) handle.focus()
  })

  useEffect(() => {
    if (held === undefined) return
    const onPointerMove = ({ clientY: y }: globalThis.PointerEvent) => {
      const { keys, onMove } = latest.current
      const to = keys.findIndex((key) => {
        const box = rows.current.get(key)?.getBoundingClientRect()
        return box !== undefined && y > box.top && y < box.bottom
      })
      const from = keys.indexOf(held)
      if (to >= 0 && to !== from) onMove(from, to, true)
    }
    const stop = () => {
      setHeld(undefined)
      latest.current.onDrop()
    }
    // On the page, as what moves in it lets go of the pointer.
    const events = { pointermove: onPointerMove, pointerup: stop, pointercancel: stop }
    const entries = Object.entries(events) as [keyof typeof events, (event: globalThis.PointerEvent) => void][]
    for (const [name, listener] of entries) window.addEventListener(name, listener)
    return () => {
      for (const [name, listener] of entries) window.removeEventListener(name, listener)
    }
  }, [held])

  return {
    held,
    row: (key: string) => (row: HTMLElement | null) => {
      if (row) rows.current.set(key, row)
      else rows.current.delete(key)
    },
    handle: (key: string) => ({
      onFocus: () => {
        focused.current = key
      },
      onPointerDown: (event: PointerEvent<HTMLElement>) => {
        if (event.button !== 0) return
        // Else the text beside it is marked.
        event.preventDefault()
        event.currentTarget.focus()
        setHeld(key)
      },
      onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
        const by = { ArrowUp: -1, ArrowDown: 1 }[event.key]
        if (by === undefined) return
        event.preventDefault()
        const from = dragging.keys.indexOf(key)
        const to = from + by
        if (to >= 0 && to < dragging.keys.length) dragging.onMove(from, to, false)
      },
    }),
  }
}
