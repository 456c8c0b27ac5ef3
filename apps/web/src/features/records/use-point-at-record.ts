/** Fetches ahead what it takes to show a record as soon as one points at it. */
import { useQueryClient } from '@tanstack/react-query'
import { useClient } from 'haykal/web'
import { useCallback, useEffect, useRef } from 'react'
import { recordOptions } from './one-record.ts'
import { loadRecordPeek } from './record-peek-chunk.ts'

/** Pointing means something only when one stays. */
const stayMs = 70
/** How many records are asked for ahead at once. */
const aheadAtOnce = 2

/** Gives a function that is told which record one points at; undefined: at none. */
export function usePointAtRecord(model: string): (id: string | undefined) => void {
  const client = useClient()
  const queries = useQueryClient()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const ahead = useRef(0)
  useEffect(() => () => clearTimeout(timer.current), [])
  const pointed = useRef<string>(undefined)
  return useCallback(
    (id) => {
      if (id === pointed.current) return
      pointed.current = id
      clearTimeout(timer.current)
      if (id === undefined) return
      timer.current = setTimeout(() => {
        void loadRecordPeek().catch(() => undefined)
        if (ahead.current >= aheadAtOnce) return
        ahead.current += 1
        void queries.prefetchQuery(recordOptions(client, model, id)).then(() => {
          ahead.current -= 1
        })
      }, stayMs)
    },
    [client, queries, model],
  )
}
