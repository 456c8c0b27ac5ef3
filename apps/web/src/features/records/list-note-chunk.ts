/** What tells that a list is not all there, or was slow: fetched where one is. */
import { withTexts } from '../preferences/shown-preferences.ts'
import { lazyPart } from '../screens/lazy-part.ts'

/** The note; shown inside of a Suspense. */
export const ListNote = lazyPart(withTexts(async () => ({ default: (await import('./list-note.tsx')).ListNote })))
