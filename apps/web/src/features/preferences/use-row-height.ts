/** The height of a row as the tokens have it, for the spacing that a list or its person has chosen: what is drawn only where one looks must know it. */
import type { ViewList } from '@haykal/contract'
import { useMemo } from 'react'

/** In CSS pixels, as it is when the list appears: the person's own spacing changes on another screen. `density`: of the list; absent: as they prefer. */
export function useRowHeight(density?: ViewList['density']): number {
  return useMemo(() => {
    const token = density === undefined ? '--row' : `--row-${density}`
    return Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue(token))
  }, [density])
}
