/** Whether the screen is too narrow for a grid. */
import { useSyncExternalStore } from 'react'

const query = window.matchMedia('(max-width: 640px)')

/** True on a phone, and in a window as narrow as one. */
export function useIsPhone(): boolean {
  return useSyncExternalStore(
    (listener) => {
      query.addEventListener('change', listener)
      return () => query.removeEventListener('change', listener)
    },
    () => query.matches,
  )
}
