/** What tells that a list can only be read: fetched where one can. */
import { withTexts } from '../preferences/shown-preferences.ts'
import { lazyPart } from '../screens/lazy-part.ts'

/** The banner; shown inside of a Suspense. */
export const LockedBanner = lazyPart(
  withTexts(async () => ({ default: (await import('./locked-banner.tsx')).LockedBanner })),
)
