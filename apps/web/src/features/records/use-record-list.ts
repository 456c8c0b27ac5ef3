/** The records of a list for the screen: what is there, what is still to come, and fetching what one scrolls to. */
import type { Model } from '@haykal/model'
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useClient } from 'haykal/web'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { ListSearch } from './list-search.ts'
import { type PageWindow, waitingWindow, wantedPage, windowOf } from './page-window.ts'
import {
  awaited,
  type Count,
  firstLimit,
  limitFor,
  type PagesAtHand,
  pagesAround,
  recordPagesOptions,
} from './record-pages.ts'
import { type Arrival, type FarState, useFar } from './use-far.ts'
import { columnsKeyOf } from './views/shown-model.ts'

/** The first and the last row on the screen. */
export interface ShownRows {
  readonly first: number
  readonly last: number
}

/** A list as the screen needs it. */
export interface RecordList {
  readonly window: PageWindow
  /** What the rows that are shown answer, as a text: when it changes, other rows are there. */
  readonly question: string
  /** How many records match, as the first page counted; undefined until it is there. */
  readonly count: Count | undefined
  /** It was searched, and what fits best comes first. */
  readonly isRanked: boolean
  /** The pages at hand; undefined until the first is there. */
  readonly pages: PagesAtHand['pages'] | undefined
  /** Nothing has been answered yet. */
  readonly isPending: boolean
  /** What is shown answers the question before; the answer to the present one is on its way. */
  readonly isStale: boolean
  /** The request waits for the connection. */
  readonly isPaused: boolean
  /** Nothing could be shown because of it; null where there is something to show. */
  readonly error: Error | null
  /** The rows beyond what is there could not be fetched. */
  readonly hasMoreFailed: boolean
  /** Tells which rows are on the screen, so that they and their neighbours are fetched. */
  readonly show: (rows: ShownRows) => void
  readonly retry: () => void
  /** Asks for a list again that was shown in part, and waits for all of it. */
  readonly waitForWhole: () => void
  /** How the counting to the end goes. */
  readonly counting: FarState['counting']
  /** Counts to the end; resolves when it is known or cannot be told. */
  readonly countAll: () => Promise<void>
  /** The row to which one has jumped; undefined: nowhere yet. */
  readonly arrival: Arrival | undefined
  /** Jumps to the first record with a value, as it stands in an address, of what the list is sorted by first. False: one has gone elsewhere meanwhile. Throws what the server says of the value. */
  readonly goTo: (value: string) => Promise<boolean>
}

/** The list of a model in a state. */
export function useRecordList(model: Model, search: ListSearch): RecordList {
  const client = useClient()
  const queries = useQueryClient()
  const limit = useRef(firstLimit)
  const options = recordPagesOptions({ client, queries, model, search, nextLimit: () => limit.current })
  const query = useInfiniteQuery({
    ...options,
    // The route asked before the screen was drawn: a refusal is an answer, not to be asked for twice.
    retryOnMount: false,
    // While a list is sorted or searched anew, its rows stay; those of another model never do.
    placeholderData: (before, asked) => (asked?.queryKey[1] === model.name ? before : undefined),
  })
  const { data, fetchNextPage, fetchPreviousPage, isFetching, isError } = query
  const window = useMemo(() => (data ? windowOf(data.pages) : waitingWindow), [data])
  const asked = JSON.stringify([model.name, search, columnsKeyOf(model)])
  const [question, setQuestion] = useState(asked)
  if (question !== asked && !query.isPlaceholderData) setQuestion(asked)
  const shown = useRef<ShownRows>({ first: 0, last: 0 })
  const { goToValue, jumpNear, jumping, countAll, counting } = useFar(model, search, options)
  const isJumping = jumping === 'running'
  const hasFailed = jumping === 'failed'
  const [arrival, setArrival] = useState<Arrival>()
  /** The row that one is on the way to: until it is on the screen, what is there is not asked for. */
  const bound = useRef<number>(undefined)

  const show = useCallback(
    (rows: ShownRows) => {
      shown.current = rows
      if (bound.current !== undefined) {
        if (bound.current < rows.first || bound.current > rows.last) return
        bound.current = undefined
      }
      if (isFetching || isJumping || isError || hasFailed || window === waitingWindow) return
      const { direction, distance } = wantedPage(window, rows)
      limit.current = limitFor(distance)
      if (direction === 'next') void fetchNextPage()
      else if (direction === 'previous') void fetchPreviousPage()
      else if (direction === 'jump') jumpNear(rows.first, window)
    },
    [window, isFetching, isJumping, isError, hasFailed, jumpNear, fetchNextPage, fetchPreviousPage],
  )
  const goTo = async (value: string) => {
    bound.current = Number.POSITIVE_INFINITY
    const row = await goToValue(value).finally(() => {
      bound.current = undefined
    })
    bound.current = row
    if (row !== undefined) setArrival({ row })
    return row !== undefined
  }

  const key = JSON.stringify(options.queryKey)
  useEffect(() => {
    const queryKey: readonly unknown[] = JSON.parse(key)
    return () => {
      const updatedAt = queries.getQueryState(queryKey)?.dataUpdatedAt
      const trim = (pages: PagesAtHand | undefined) => pages && pagesAround(pages, shown.current)
      queries.setQueryData<PagesAtHand>(queryKey, trim, updatedAt === undefined ? {} : { updatedAt })
    }
  }, [queries, key])

  return {
    window: data === undefined && isError ? windowOf([]) : window,
    question,
    count: data?.pages[0]?.count,
    isRanked: data?.pages[0]?.meta.search === 'ranked',
    pages: data?.pages,
    isPending: query.isPending,
    isStale: query.isPlaceholderData,
    isPaused: query.fetchStatus === 'paused',
    error: data === undefined ? query.error : null,
    hasMoreFailed: data !== undefined && (isError || hasFailed),
    show,
    waitForWhole: () => {
      awaited.add(key)
      void queries.resetQueries({ queryKey: options.queryKey, exact: true })
    },
    retry: () => {
      awaited.delete(key)
      void (hasFailed
        ? jumpNear(shown.current.first, window)
        : query.isFetchNextPageError
          ? fetchNextPage()
          : query.refetch())
    },
    counting,
    countAll,
    arrival,
    goTo,
  }
}
