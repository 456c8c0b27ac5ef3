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
import { useKeys } from '../keys/use-keys.ts'
import type { ChoosingActs } from './choosing.ts'
import type { Arrival } from './use-far.ts'
import type { ListPlace } from './use-list-place.ts'
import type { Rows } from './use-rows.ts'

/** What the keys work on. */
export interface RowKeysOptions {
  readonly total: number
  readonly rows: Rows
  readonly scroller: RefObject<HTMLElement | null>
  readonly onOpen: (row: number) => void
  /** Told which row was chosen by the keys, and which lies behind it in the same direction. */
  readonly onChoose: (row: number, next: number) => void
  /** What chooses rows; undefined: none can be chosen. */
  readonly choosing: ChoosingActs | undefined
  /** The row whose record is open beside the list; undefined: none is, or it is not on the screen. */
  readonly open: number | undefined
  /** Finds out where the list ends; undefined: that is known. */
  readonly findEnd: (() => Promise<void>) | undefined
  /** The row that one has jumped to; undefined: none. */
  readonly arrival: Arrival | undefined
  /** What the rows answer: other rows, and none of them is chosen. */
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
export function useRowKeys(options: RowKeysOptions) {
  const { total, rows, scroller, onOpen, onChoose, choosing, open, question, place } = options
  const id = useId()
  const [back] = useState(() => place.kept())
  const [active, setActive] = useState(back?.row ?? -1)
  const latest = useRef({ onOpen, choosing })
  useEffect(() => {
    latest.current = { onOpen, choosing }
  })
  const [asked, setAsked] = useState(question)
  if (asked !== question) {
    setAsked(question)
    setActive(place.kept()?.row ?? -1)
  }
  // Who comes by an address with an open record goes on from there.
  if (active < 0 && open !== undefined) setActive(open)

  // Whoever comes back with the keyboard goes on from the row that was opened.
  const isBack = useRef((back?.row ?? -1) >= 0)
  useEffect(() => {
    const grid = scroller.current
    if (grid && isBack.current && document.activeElement?.contains(grid)) grid.focus({ preventScroll: true })
  }, [scroller])

  const { keep } = place
  useEffect(() => keep({ row: active }), [keep, active])
  const go = (row: number) => {
    if (total === 0) return
    setActive(row)
    rows.reveal(row)
    onChoose(row, row < active ? row - 1 : row + 1)
  }
  const { arrival, findEnd } = options
  const goEnd = useRef(() => {})
  const bring = useRef((_: number) => {})
  useEffect(() => {
    goEnd.current = () => go(total - 1)
    bring.current = rows.bring
  })
  const [isToEnd, setToEnd] = useState(false)
  useEffect(() => {
    if (!isToEnd || findEnd) return
    setToEnd(false)
    goEnd.current()
  }, [isToEnd, findEnd])
  useEffect(() => {
    if (!arrival) return
    setActive(arrival.row)
    bring.current(arrival.row)
    scroller.current?.focus({ preventScroll: true })
  }, [arrival, scroller])
  /** One begins where one looks, not at the first row of all. */
  const from = active < 0 ? rows.first - 1 : active
  const step = (by: number) => {
    scroller.current?.focus({ preventScroll: true })
    go(Math.max(0, Math.min(total - 1, from + by)))
  }
  useKeys({ next: () => step(1), previous: () => step(-1) })

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.altKey || event.ctrlKey || event.metaKey) return
    if (event.key === 'Enter' && active >= 0) {
      event.preventDefault()
      onOpen(active)
      return
    }
    if (event.key === ' ' && choosing && active >= 0) {
      event.preventDefault()
      choosing.toggle(active)
      return
    }
    if (event.key === 'End' && findEnd) {
      event.preventDefault()
      setToEnd(true)
      // Where that takes too long, the end is what is known of it.
      void findEnd().then(() => goEnd.current())
      return
    }
    const row = target(event.key, from, { total, page: rows.fitting() })
    if (row === undefined) return
    event.preventDefault()
    go(row)
    if (event.shiftKey) choosing?.extend(row, Math.max(0, active))
  }

  /** A press on a row or on its name opens it; one on another link or a button does what that does, one that marks text nothing. */
  const press = useCallback((row: number, event: MouseEvent) => {
    const hit = event.target instanceof Element ? event.target.closest('a, button, input, label') : null
    const isName = hit?.matches('[data-name]') === true
    if ((hit && !isName) || event.button !== 0 || !window.getSelection()?.isCollapsed) return
    if (event.metaKey || event.ctrlKey || event.altKey) return
    const now = latest.current
    if (event.shiftKey && !now.choosing) return
    // The address of the name is the record's own, for whoever opens it elsewhere.
    event.preventDefault()
    setActive(row)
    if (event.shiftKey) now.choosing?.extend(row)
    else now.onOpen(row)
  }, [])

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
