/** The code that shows a record beside its list: fetched once a list is there, so that the list itself waits for none of it. */
import { withTexts } from '../preferences/shown-preferences.ts'
import { lazyPart } from '../screens/lazy-part.ts'

/** Fetches it, unless it is there already. */
export const loadRecordPeek = withTexts(async () => ({
  default: (await import('../record/record-peek.tsx')).RecordPeek,
}))

/** The panel; shown inside of a Suspense. */
export const RecordPeek = lazyPart(loadRecordPeek)
