/** The code that shows a record beside its list: fetched once a list is there, so that the list itself waits for none of it. */
import { type ComponentType, lazy } from 'react'
import type { RecordPeekProps } from '../record/record-peek.tsx'

/** Fetches it, unless it is there already. */
export async function loadRecordPeek(): Promise<{ readonly default: ComponentType<RecordPeekProps> }> {
  return { default: (await import('../record/record-peek.tsx')).RecordPeek }
}

/** The panel; shown inside of a Suspense. */
export const RecordPeek = lazy(loadRecordPeek)
