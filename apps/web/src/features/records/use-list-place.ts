/** Where one was in a list, kept with the entry of the browser's history: going back leads to the same place. */
import { useLocation } from '@tanstack/react-router'
import { useCallback, useState } from 'react'

/** A place in a list. */
interface KeptPlace {
  /** The row at the top of the stretch. */
  readonly origin: number
  /** Pixels scrolled inside it. */
  readonly scroll: number
  /** The chosen row; -1 for none. */
  readonly row: number
  /** What the list answered. */
  readonly question: string
}

/** The place where one was, and the way to keep the one where one is. */
export interface ListPlace {
  /** Undefined for whoever comes anew. */
  readonly kept: KeptPlace | undefined
  readonly keep: (place: Partial<Pick<KeptPlace, 'origin' | 'scroll' | 'row'>>) => void
}

const places = new Map<string, KeptPlace>()

/** The place in the list that answers `question`. */
export function useListPlace(question: string): ListPlace {
  const entry = useLocation({ select: ({ state }) => state.__TSR_key ?? '' })
  // Read once: what is kept later is for the next time.
  const [kept] = useState(() => {
    const place = places.get(entry)
    return place?.question === question ? place : undefined
  })
  const keep = useCallback<ListPlace['keep']>(
    (place) => {
      const before = places.get(entry)
      const known = before?.question === question ? before : { origin: 0, scroll: 0, row: -1 }
      places.set(entry, { ...known, ...place, question })
    },
    [entry, question],
  )
  return { kept, keep }
}
