/** Draws only the rows that are on the screen, and remembers where one was. */
import { useDeferredValue, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { originFor, stretchRows } from './scroll-origin.ts'
import type { ListPlace } from './use-list-place.ts'
import type { RecordList } from './use-record-list.ts'
import { type SightLayout, useSight } from './use-sight.ts'

/** How many rows are drawn before and behind those in sight: what a frame of scrolling brings. */
const spareRows = 6

/** How the rows are laid out. */
export interface RowsLayout extends SightLayout {
  /** Where one was, when one comes back. */
  readonly place: ListPlace
}

/** The rows to draw. */
export interface Rows {
  /** The numbers of the rows to draw, in order. */
  readonly shown: readonly number[]
  /** How many places rows are drawn in, at most: a row that comes may be drawn in the place of one that went. */
  readonly places: number
  /** The first row that is on the screen. */
  readonly first: number
  /** Where a row begins, in pixels from the top of the stretch. */
  readonly top: (row: number) => number
  /** The height of the stretch, in pixels. */
  readonly height: number
  /** Brings a row on the screen if it is not there. */
  readonly reveal: (row: number) => void
  /** Brings a row to the top of the screen, as far as the list goes on behind it. */
  readonly bring: (row: number) => void
  /** How many whole rows fit on the screen. */
  readonly fitting: () => number
}

/** The rows of a list in a scroller. */
export function useRows(list: RecordList, { scroller, rowHeight, headHeight, place }: RowsLayout): Rows {
  // Read once: what is kept later is for the next time.
  const [begun] = useState(() => place.kept() ?? { origin: 0, scroll: 0 })
  const { rows, reveal, fitting, ...sight } = useSight({ scroller, rowHeight, headHeight }, begun)
  const { origin } = rows
  const { total } = list.window
  const first = Math.min(rows.first, Math.max(0, total - 1))
  const last = Math.min(rows.last, total - 1)
  const shown = useShown(first, last, { least: origin, end: Math.min(total, origin + stretchRows) })

  const { show } = list
  const jump = useRef<{ readonly from: number; readonly to: number }>(undefined)
  useEffect(() => {
    // Told to begin elsewhere, one is there only with the next change: until then other rows would be fetched.
    if (jump.current && jump.current.from === first && jump.current.to !== first) return
    jump.current = undefined
    show({ first, last })
  }, [show, first, last])

  // Other rows: one begins at the top, or comes back to where one was among them.
  useBeginAnew(list.question, () => {
    const there = place.kept() ?? { origin: 0, scroll: 0 }
    jump.current = { from: first, to: there.origin + Math.floor(there.scroll / rowHeight) }
    sight.goTo(there)
  })

  const { keep } = place
  const stand = sight.place
  useLayoutEffect(() => () => keep(stand()), [keep, stand])

  return {
    shown,
    places: fitting() + 2 + 2 * spareRows,
    first,
    top: (row) => (row - origin) * rowHeight,
    height: Math.max(0, Math.min(total - origin, stretchRows)) * rowHeight,
    reveal,
    bring: (row) => {
      const there = originFor(row, 0)
      sight.goTo({ origin: there, scroll: (row - there) * rowHeight })
    },
    fitting,
  }
}

/** The rows in sight at once, and those before and behind them when there is time. */
function useShown(
  first: number,
  last: number,
  { least, end }: { readonly least: number; readonly end: number },
): readonly number[] {
  // At first only what is in sight.
  const calm = { first: useDeferredValue(first, first + spareRows), last: useDeferredValue(last, last - spareRows) }
  const [before, behind] = spareAround({ first, last }, calm)
  return useMemo(() => {
    const start = Math.max(least, first - before)
    return Array.from({ length: Math.max(0, Math.min(end, last + 1 + behind) - start) }, (_, index) => start + index)
  }, [first, last, before, behind, least, end])
}

interface Span {
  readonly first: number
  readonly last: number
}

/** How many rows before and behind those in sight are drawn, when there was time for those around `calm`. */
function spareAround(now: Span, calm: Span): readonly [number, number] {
  const within = (rows: number) => Math.max(0, Math.min(spareRows, rows))
  const isFar = calm.first > now.last + spareRows || calm.last < now.first - spareRows
  return isFar ? [0, 0] : [within(now.first - calm.first + spareRows), within(calm.last - now.last + spareRows)]
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
