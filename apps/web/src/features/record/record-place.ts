/** Where a record is shown: on a page of its own, or in the panel beside its list; and what that changes. */
import { createContext, type RefObject, useContext } from 'react'

/** The place of a record. */
export interface RecordPlace {
  /** It stands beside its list. */
  readonly isPeek: boolean
  /** Leaves the record for its list. */
  readonly leave: () => void
  /** Pixels by which its fields are scrolled: the same when one goes from reading to editing and back. */
  readonly scroll: RefObject<number>
}

const Place = createContext<RecordPlace | undefined>(undefined)

/** Tells the parts of a record where it is shown. */
export const RecordPlaceProvider = Place.Provider

/** Where the record is shown; undefined for one that is still to be made, which has a page. */
export function useRecordPlace(): RecordPlace | undefined {
  return useContext(Place)
}
