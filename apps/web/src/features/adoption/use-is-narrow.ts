/** Whether there is no room for a correction beside the overview. */
import { useSyncExternalStore } from 'react'

const query = window.matchMedia('(max-width: 1080px)')

/** True where one of the two has to make room for the other. */
export function useIsNarrow(): boolean {
  return useSyncExternalStore(
    (listener) => {
      query.addEventListener('change', listener)
      return () => query.removeEventListener('change', listener)
    },
    () => query.matches,
  )
}
