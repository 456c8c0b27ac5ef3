/** What can be done in the foot of a list: fetched once the list is there. */
import { lazy } from 'react'
import { withTexts } from '../preferences/shown-preferences.ts'

/** Renders the buttons; shown inside of a Suspense. */
export const FootActs = lazy(withTexts(async () => ({ default: (await import('./foot-acts.tsx')).FootActs })))
