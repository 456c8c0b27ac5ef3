/** The code that chooses records and works on the chosen ones: fetched once a list is there, so that the list itself waits for none of it. */
import { withTexts } from '../preferences/shown-preferences.ts'
import { lazyPart } from '../screens/lazy-part.ts'

/** Renders the bar under the list while something is chosen, and tells of the choice; shown inside of a Suspense. */
export const Many = lazyPart(withTexts(async () => ({ default: (await import('../many/many.tsx')).Many })))
