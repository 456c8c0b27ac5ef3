/** Fetches what marks a search in the cells of a list, with the first search: no list without one needs it. */
import type { Marking } from '@haykal/fields/views'
import { useEffect, useState } from 'react'

/** Marks what was typed; undefined where nothing was, or until the code is there. */
export function useMarking(typed: string | undefined): Marking | undefined {
  const [known, setKnown] = useState<{ readonly typed: string; readonly marking: Marking }>()
  useEffect(() => {
    // Without the network there are no marks: what was found is there all the same.
    if (typed)
      import('./marking.tsx').then(
        (code) => setKnown({ typed, marking: code.markingOf(typed) }),
        () => {},
      )
  }, [typed])
  return known && known.typed === typed ? known.marking : undefined
}
