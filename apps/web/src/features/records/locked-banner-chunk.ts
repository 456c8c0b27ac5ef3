/** What tells that a list can only be read: fetched where one can. */
import { lazy } from 'react'

/** The banner; shown inside of a Suspense. */
export const LockedBanner = lazy(async () => ({ default: (await import('./locked-banner.tsx')).LockedBanner }))
