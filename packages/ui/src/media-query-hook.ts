/** Tells what the screen is like, and again when it changes. */
import { useSyncExternalStore } from 'react'

/** Makes a hook of a media query such as `(max-width: 640px)`; it is true while the query holds. */
export function mediaQueryHook(query: string): () => boolean {
  const list = window.matchMedia(query)
  const subscribe = (listener: () => void) => {
    list.addEventListener('change', listener)
    return () => list.removeEventListener('change', listener)
  }
  return () => useSyncExternalStore(subscribe, () => list.matches)
}
