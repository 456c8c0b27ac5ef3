/** The code that chooses records and works on the chosen ones: fetched once a list is there, so that the list itself waits for none of it. */
import { lazy } from 'react'
import { withTexts } from '../preferences/shown-preferences.ts'

/** Renders the bar under the list while something is chosen, and tells of the choice; shown inside of a Suspense. */
export const Many = lazy(withTexts(async () => ({ default: (await import('../many/many.tsx')).Many })))
