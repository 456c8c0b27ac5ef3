/** What tells of a list what holds for all of it: fetched where there is something to tell. */
import { withTexts } from '../preferences/shown-preferences.ts'
import { lazyPart } from '../screens/lazy-part.ts'

/** The notices over the rows; shown inside of a Suspense. */
export const ListNotices = lazyPart(
  withTexts(async () => ({ default: (await import('./list-notices.tsx')).ListNotices })),
)
