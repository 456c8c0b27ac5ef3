/** Where one was in a list, kept with the entry of the browser's history: going back leads to the same place. */
import { useLocation } from '@tanstack/react-router'
import { useMemo } from 'react'

/** A place in a list. */
interface KeptPlace {
  /** The row at the top of the stretch. */
  readonly origin: number
  /** Pixels scrolled inside it. */
  readonly scroll: number
  /** The chosen row; -1 for none. */
  readonly row: number
}

/** The place where one was, and the way to keep the one where one is. */
export interface ListPlace {
  /** The place in this entry of the history; undefined for whoever comes anew, and where the list answered something else. */
  readonly kept: () => KeptPlace | undefined
  readonly keep: (place: Partial<KeptPlace>) => void
}

const places = new Map<string, KeptPlace>()

/** The place in the list that answers `question`. */
export function useListPlace(question: string): ListPlace {
  const entry = useLocation({ select: ({ state }) => state.__TSR_key ?? '' })
  return useMemo(() => {
    const key = `${entry} ${question}`
    return {
      kept: () => places.get(key),
      keep: (place) => {
        places.set(key, { origin: 0, scroll: 0, row: -1, ...places.get(key), ...place })
      },
    }
  }, [entry, question])
}
