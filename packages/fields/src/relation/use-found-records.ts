/** Asks for the records that match while one types: not at every letter, and never an older answer over a newer one. */
import type { ModelField } from '@haykal/model'
import { useEffect, useState } from 'react'
import type { FoundRecord, RelationSource } from './relation-source.tsx'

const pause = 150

/** What is known of a search. */
export interface Found {
  readonly records: readonly FoundRecord[]
  readonly isSearching: boolean
  readonly hasFailed: boolean
}

const nothingYet: Found = { records: [], isSearching: true, hasFailed: false }

/** The records that a relation may point to and that match a text; asked only while `isWanted`. */
export function useFoundRecords(
  search: RelationSource['search'],
  field: ModelField,
  { text, isWanted }: { readonly text: string; readonly isWanted: boolean },
): Found {
  const [found, setFound] = useState<Found>(nothingYet)
  useEffect(() => {
    if (!isWanted) return
    const ending = new AbortController()
    setFound((before) => ({ ...before, isSearching: true }))
    const timer = setTimeout(
      () => {
        search(field, text, ending.signal).then(
          (records) => !ending.signal.aborted && setFound({ records, isSearching: false, hasFailed: false }),
          () => !ending.signal.aborted && setFound({ records: [], isSearching: false, hasFailed: true }),
        )
      },
      text === '' ? 0 : pause,
    )
    return () => {
      clearTimeout(timer)
      ending.abort()
    }
  }, [search, field, text, isWanted])
  return found
}
