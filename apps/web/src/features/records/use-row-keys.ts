/** Moves through the rows of a grid with the keyboard: arrows and pages inside it, `j` and `k` from anywhere on the screen. */
import {
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
  useCallback,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react'
import { useKeys } from './use-keys.ts'
import type { ListPlace } from './use-list-place.ts'
import type { Rows } from './use-rows.ts'

/** What the keys work on. */
export interface RowKeysOptions {
  readonly total: number
  readonly rows: Rows
  readonly scroller: RefObject<HTMLElement | null>
  readonly onOpen: (row: number) => void
  /** When it changes, no row is chosen any more. */
  readonly question: string
  /** Where one was, when one comes back. */
  readonly place: ListPlace
}

/** How far a key goes. */
function target(
  key: string,
  row: number,
  { total, page }: { readonly total: number; readonly page: number },
): number | undefined {
  const targets: { readonly [key: string]: number } = {
    ArrowDown: row + 1,
    ArrowUp: row - 1,
    PageDown: row + page,
    PageUp: row - page,
    Home: 0,
    End: total - 1,
  }
  const wanted = targets[key]
  return wanted === undefined ? undefined : Math.max(0, Math.min(total - 1, wanted))
}

/** The chosen row and what moves it. Focus stays on the grid, since rows come and go as one scrolls. */
export function useRowKeys({ total, rows, scroller, onOpen, question, place }: RowKeysOptions) {
  const id = useId()
  const [active, setActive] = useState(place.kept?.row ?? -1)
  const latest = useRef(onOpen)
  useEffect(() => {
    latest.current = onOpen
  })
  // A new question brings new rows, and none of them is chosen.
  const [asked, setAsked] = useState(question)
  if (asked !== question) {
    setAsked(question)
    setActive(-1)
  }

  // Whoever comes back with the keyboard goes on from the row that was opened.
  const isBack = useRef((place.kept?.row ?? -1) >= 0)
  useEffect(() => {
    const grid = scroller.current
    if (grid && isBack.current && document.activeElement?.contains(grid)) grid.focus({ preventScroll: true })
  }, [scroller])

  const { keep } = place
  const choose = useCallback(
    (row: number) => {
      setActive(row)
      keep({ row })
    },
    [keep],
  )
  const go = (row: number) => {
    if (total === 0) return
    choose(row)
    rows.reveal(row)
  }
  /** One begins where one looks, not at the first row of all. */
  const from = active < 0 ? rows.first - 1 : active
  const step = (by: number) => {
    scroller.current?.focus({ preventScroll: true })
    go(Math.max(0, Math.min(total - 1, from + by)))
  }
  useKeys(['KeyJ', () => step(1)], ['KeyK', () => step(-1)])

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.altKey || event.ctrlKey || event.metaKey) return
    if (event.key === 'Enter' && active >= 0) {
      event.preventDefault()
      onOpen(active)
      return
    }
    const row = target(event.key, from, { total, page: rows.fitting() })
    if (row === undefined) return
    event.preventDefault()
    go(row)
  }

  /** A press on a row opens it; one on a link or a button inside does what that does, one that marks text nothing. */
  const press = useCallback(
    (row: number, event: MouseEvent) => {
      const isOwn = event.target instanceof Element && event.target.closest('a, button, input') !== null
      if (isOwn || event.button !== 0 || !window.getSelection()?.isCollapsed) return
      choose(row)
      latest.current(row)
    },
    [choose],
  )

  const idOf = (row: number) => `${id}row${row}`
  return {
    active,
    press,
    idOf,
    grid: {
      role: 'grid',
      tabIndex: 0,
      onKeyDown,
      'aria-activedescendant': rows.shown.includes(active) ? idOf(active) : undefined,
    },
  }
}
