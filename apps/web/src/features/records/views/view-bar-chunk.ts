/** The code of what stands over a list about its views: fetched with the records where there are any, and once the list is there where there are none. */
import { lazy } from 'react'
import { withTexts } from '../../preferences/shown-preferences.ts'

/** Fetches it, unless it is there already. */
export const loadViewBar = withTexts(async () => ({ default: (await import('./view-bar.tsx')).ViewBar }))

/** The bar; shown inside of a Suspense. */
export const ViewBar = lazy(loadViewBar)
