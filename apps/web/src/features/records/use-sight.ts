/** Follows which rows of a long list are in sight: all are of one height, so where one has scrolled to tells which. */
import { type RefObject, useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { originFor } from './scroll-origin.ts'

/** How the scroller is laid out, in pixels. */
export interface SightLayout {
  readonly scroller: RefObject<HTMLElement | null>
  readonly rowHeight: number
  /** What stands over the rows and hides what scrolls under it. */
  readonly headHeight: number
}

/** Where a scroller stands. */
export interface ScrollPlace {
  /** The row at the top of the stretch that is drawn. */
  readonly origin: number
  /** Pixels scrolled inside it. */
  readonly scroll: number
}

/** The rows in sight. */
export interface RowsInSight {
  /** The row at the top of the stretch that is drawn. */
  readonly origin: number
  /** The first and the last row of which something is seen, also past the end of the list. */
  readonly first: number
  readonly last: number
}

/** The ways to ask and to lead a scroller. */
export interface Sight {
  /** Rather too many than too few, before the scroller is measured. */
  readonly rows: RowsInSight
  /** Where it stands, as it last told: to ask the browser itself would make it lay out the page at once. */
  readonly place: () => ScrollPlace
  /** Leads to a place, with the next change of the page. */
  readonly goTo: (place: ScrollPlace) => void
  /** Scrolls as little as is needed for a row to be seen whole. */
  readonly reveal: (row: number) => void
  /** How many whole rows can be seen at once, at least one. */
  readonly fitting: () => number
}

/** Follows a scroller that begins at a place. */
export function useSight({ scroller, rowHeight, headHeight }: SightLayout, begin: ScrollPlace): Sight {
  const place = useRef(begin)
  // No scroller is higher than the window. To measure it before anything is in it would lay out the page twice.
  const height = useRef(window.innerHeight - headHeight)
  const [rows, setRows] = useState(() => rowsAt(begin, height.current, rowHeight))
  /** Pixels to scroll to once the page has the height for it. */
  const due = useRef(begin.scroll > 0 ? begin.scroll : undefined)

  const follow = useMemo(() => {
    const look = () => {
      const { origin, scroll } = place.current
      const { first, last } = rowsAt(place.current, height.current, rowHeight)
      const next = originFor(first, origin)
      if (next !== origin) due.current = scroll + (origin - next) * rowHeight
      place.current = { origin: next, scroll: due.current ?? scroll }
      setRows((before) =>
        before.origin === next && before.first === first && before.last === last
          ? before
          : { origin: next, first, last },
      )
    }
    const scrolledTo = (scroll: number) => {
      place.current = { ...place.current, scroll }
      look()
    }
    const goTo = (there: ScrollPlace) => {
      place.current = there
      due.current = there.scroll
      look()
      // Also where the same rows are in sight there: it is not before the next change of the page that it is scrolled.
      setRows((before) => ({ ...before }))
    }
    return { look, scrolledTo, goTo }
  }, [rowHeight])

  useLayoutEffect(() => {
    const element = scroller.current
    if (!element || due.current === undefined) return
    const wanted = due.current
    due.current = undefined
    if (element.scrollTop === wanted) return
    element.scrollTop = wanted
    // The list may be shorter than it was.
    if (element.scrollTop !== wanted) follow.scrolledTo(element.scrollTop)
  })

  useLayoutEffect(() => {
    const element = scroller.current
    if (!element) return
    // Drawn before the picture that shows where it is scrolled to, so that no gap is ever seen.
    const onScroll = () => flushSync(() => follow.scrolledTo(element.scrollTop))
    element.addEventListener('scroll', onScroll, { passive: true })
    const observer = new ResizeObserver(([entry]) => {
      if (!entry) return
      height.current = entry.contentRect.height - headHeight
      follow.look()
    })
    observer.observe(element)
    return () => {
      element.removeEventListener('scroll', onScroll)
      observer.disconnect()
    }
  }, [scroller, headHeight, follow])

  return {
    rows,
    place: useCallback(() => place.current, []),
    goTo: follow.goTo,
    reveal: (row) => {
      const { origin, scroll } = place.current
      // A row of another stretch is not in the scroller at all.
      const there = originFor(row, origin)
      const top = (row - there) * rowHeight
      const seen = scroll + (origin - there) * rowHeight
      const wanted = Math.max(top + rowHeight - height.current, Math.min(top, seen))
      if (there !== origin) follow.goTo({ origin: there, scroll: Math.max(0, wanted) })
      else if (scroller.current && wanted !== scroll) scroller.current.scrollTop = wanted
    },
    fitting: () => Math.max(1, Math.floor(height.current / rowHeight)),
  }
}

function rowsAt({ origin, scroll }: ScrollPlace, height: number, rowHeight: number): RowsInSight {
  const first = origin + Math.max(0, Math.floor(scroll / rowHeight))
  return { origin, first, last: Math.max(first, origin + Math.ceil((scroll + height) / rowHeight) - 1) }
}
