/** The code of what stands over a list about its views: fetched with the records where there are any, and once the list is there where there are none. */
import { withTexts } from '../../preferences/shown-preferences.ts'
import { lazyPart } from '../../screens/lazy-part.ts'

/** Fetches it, unless it is there already. */
export const loadViewBar = withTexts(async () => ({ default: (await import('./view-bar.tsx')).ViewBar }))

/** The bar; shown inside of a Suspense. */
export const ViewBar = lazyPart(loadViewBar)
