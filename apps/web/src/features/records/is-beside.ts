/** Whether the window is wide enough for a record to be read beside its list. */
import { mediaQueryHook } from '@haykal/ui/media-query-hook.ts'

const query = '(min-width: 1100px)'

/** Whether it is so now. */
export function isBeside(): boolean {
  return window.matchMedia(query).matches
}

/** The same, followed while the window changes. */
export const useIsBeside = mediaQueryHook(query)
