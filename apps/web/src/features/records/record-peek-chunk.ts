/** The code that shows a record beside its list: fetched once a list is there, so that the list itself waits for none of it. */
import { lazy } from 'react'
import { withTexts } from '../preferences/shown-preferences.ts'

/** Fetches it, unless it is there already. */
export const loadRecordPeek = withTexts(async () => ({
  default: (await import('../record/record-peek.tsx')).RecordPeek,
}))

/** The panel; shown inside of a Suspense. */
export const RecordPeek = lazy(loadRecordPeek)
