/** Draws only the rows that are on the screen, remembers where one was, and keeps its place when the stretch moves. */
import { useVirtualizer } from '@tanstack/react-virtual'
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { originFor, stretchRows } from './scroll-origin.ts'
import type { ListPlace } from './use-list-place.ts'
import type { RecordList } from './use-record-list.ts'

/** How the rows are laid out. */
export interface RowsLayout {
  readonly scroller: RefObject<HTMLElement | null>
  /** In pixels. */
  readonly rowHeight: number
  /** What stands over the rows and hides what scrolls under it, in pixels. */
  readonly headHeight: number
  /** Where one was, when one comes back. */
  readonly place: ListPlace
}

/** The rows to draw. */
export interface Rows {
  /** The numbers of the rows to draw, in order. */
  readonly shown: readonly number[]
  /** The first row that is on the screen. */
  readonly first: number
  /** Where the first of them begins, in pixels from the top of the stretch. */
  readonly offset: number
  /** The height of the stretch, in pixels. */
  readonly height: number
  /** Brings a row on the screen if it is not there. */
  readonly reveal: (row: number) => void
  /** How many whole rows fit on the screen. */
  readonly fitting: () => number
}

/** The rows of a list in a scroller. */
export function useRows(list: RecordList, { scroller, rowHeight, headHeight, place }: RowsLayout): Rows {
  // Read once: what is kept later is for the next time.
  const [begun] = useState(() => place.kept())
  const [origin, setOrigin] = useState(begun?.origin ?? 0)
  const { total } = list.window
  const count = Math.min(total - origin, stretchRows)
  const virtualizer = useVirtualizer({
    count: Math.max(0, count),
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 10,
    // The head pushes the rows down in the scroller by as much as it covers at the top.
    scrollPaddingEnd: headHeight,
    initialOffset: begun?.scroll ?? 0,
  })
  const items = virtualizer.getVirtualItems()
  const firstShown = items[0]?.index ?? 0
  const shown = items.map(({ index }) => index + origin)
  // Nothing is on the screen before the scroller is measured.
  const first = virtualizer.range ? virtualizer.range.startIndex + origin : undefined
  const last = virtualizer.range ? virtualizer.range.endIndex + origin : undefined

  const { show } = list
  const jump = useRef<{ readonly from: number | undefined; readonly to: number }>(undefined)
  useEffect(() => {
    if (first === undefined || last === undefined) return
    // Told to begin elsewhere, the scroller is there only with its next event: until then other rows would be fetched.
    if (jump.current && jump.current.from === first && jump.current.to !== first) return
    jump.current = undefined
    show({ first, last })
  }, [show, first, last])

  // Other rows: one begins at the top, or comes back to where one was among them.
  useBeginAnew(list.question, () => {
    const { origin: from, scroll } = place.kept() ?? { origin: 0, scroll: 0 }
    jump.current = { from: first, to: from + Math.floor(scroll / rowHeight) }
    setOrigin(from)
    virtualizer.scrollToOffset(scroll)
  })

  // The stretch moves and the scroller with it, before anything is painted.
  const nextOrigin = first === undefined ? origin : originFor(first, origin)
  useLayoutEffect(() => {
    if (nextOrigin === origin) return
    const element = scroller.current
    setOrigin(nextOrigin)
    if (element) element.scrollTop += (origin - nextOrigin) * rowHeight
  }, [nextOrigin, origin, rowHeight, scroller])

  const { keep } = place
  useLayoutEffect(() => {
    const element = scroller.current
    return () => {
      if (element) keep({ origin, scroll: element.scrollTop })
    }
  }, [keep, origin, scroller])

  return {
    shown,
    first: first ?? 0,
    offset: firstShown * rowHeight,
    height: Math.max(0, count) * rowHeight,
    reveal: (row) => virtualizer.scrollToIndex(row - origin, { align: 'auto' }),
    fitting: () => Math.max(1, Math.floor(((scroller.current?.clientHeight ?? 0) - headHeight) / rowHeight)),
  }
}

/** Calls when the question has changed, not at the first one. */
function useBeginAnew(question: string, begin: () => void): void {
  const asked = useRef(question)
  const latest = useRef(begin)
  useLayoutEffect(() => {
    latest.current = begin
  })
  useLayoutEffect(() => {
    if (asked.current === question) return
    asked.current = question
    latest.current()
  }, [question])
}
