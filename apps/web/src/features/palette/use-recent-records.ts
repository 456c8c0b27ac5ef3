/** Has the records remembered that are opened, once the first screen stands: it needs none of that. */
import { type Query, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useBoot, useModels } from '../boot/use-boot.ts'

/** Milliseconds after the first screen. */
const pause = 1200

/** Watches as long as somebody is signed in. */
export function useRecentRecords(): void {
  const queries = useQueryClient()
  const person = useBoot().person?.id
  const models = useModels()
  const latest = useRef(models)
  useEffect(() => {
    latest.current = models
  })
  useEffect(() => {
    if (person === undefined) return
    let isOver = false
    // Who is quick has been somewhere else by then.
    const early = new Set<Query>()
    let stop = queries.getQueryCache().subscribe(({ type, query }) => {
      if (type === 'observerAdded') early.add(query)
    })
    const watch = async () => {
      const { watchRecentRecords } = await import('./recent-records.ts')
      if (isOver) return
      stop()
      stop = watchRecentRecords(queries, person, { models: () => latest.current, early })
    }
    // Without a connection nothing is opened either.
    const timer = setTimeout(() => void watch().catch(() => undefined), pause)
    return () => {
      isOver = true
      clearTimeout(timer)
      stop()
    }
  }, [queries, person])
}
