/** The code that works on chosen records: fetched once a list is there, so that the list itself waits for none of it. */
import { type ComponentType, lazy } from 'react'
import type { ManyBarProps } from '../many/many-bar.tsx'

/** Fetches it, unless it is there already. */
export async function loadManyBar(): Promise<{ readonly default: ComponentType<ManyBarProps> }> {
  return { default: (await import('../many/many-bar.tsx')).ManyBar }
}

/** The bar; shown inside of a Suspense. */
export const ManyBar = lazy(loadManyBar)
