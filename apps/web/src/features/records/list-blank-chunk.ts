/** What stands in the place of rows when there are none: fetched once a list is there, before the network may be gone, or where it is needed sooner. */
import { withTexts } from '../preferences/shown-preferences.ts'
import { lazyPart } from '../screens/lazy-part.ts'

/** Fetches it, unless it is there already. */
export const loadListBlank = withTexts(async () => ({ default: (await import('./list-blank.tsx')).ListBlank }))

/** The blank; shown inside of a Suspense. */
export const ListBlank = lazyPart(loadListBlank)
