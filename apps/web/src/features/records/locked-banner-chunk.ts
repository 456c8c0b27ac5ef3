/** What tells that a list can only be read: fetched where one can. */
import { lazy } from 'react'
import { withTexts } from '../preferences/shown-preferences.ts'

/** The banner; shown inside of a Suspense. */
export const LockedBanner = lazy(
  withTexts(async () => ({ default: (await import('./locked-banner.tsx')).LockedBanner })),
)
