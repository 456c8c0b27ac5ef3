/** The far ends of a long list: jumps to them, and counts it to the end. The code of both comes with the first wish. */
import type { Client } from '@haykal/contract/client'
import type { Model } from '@haykal/model'
import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useClient } from 'haykal/web'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { ListSearch } from './list-search.ts'
import type { PagePlace, PlacedPage } from './record-pages.ts'

/** Where one has jumped to: an object of its own for each time. */
export interface Arrival {
  readonly row: number
}

/** How far it has come. */
export interface FarState {
  /** `failed`: it took too long, or there is no connection. */
  readonly counting?: 'running' | 'failed' | undefined
  readonly jumping?: 'running' | 'failed' | undefined
}

/** How many rows a list has, as far as is known. */
export interface Ends {
  readonly total: number
  readonly isCounted: boolean
}

/** What the code needs that does it. */
export interface FarContext {
  readonly client: Client
  readonly queries: QueryClient
  readonly model: Model
  readonly search: ListSearch
  readonly queryKey: readonly unknown[]
  readonly readPage: (place: PagePlace, signal?: AbortSignal) => Promise<PlacedPage>
  readonly tell: (state: FarState) => void
  /** What runs; whoever goes on to another list is no longer waited for. */
  readonly running: { count?: AbortController; counted?: Promise<void>; jump?: AbortController }
}

/** The far ends of the list whose pages stand under a key. */
export function useFar(
  model: Model,
  search: ListSearch,
  { queryKey, readPage }: Pick<FarContext, 'queryKey' | 'readPage'>,
) {
  const [client, queries] = [useClient(), useQueryClient()]
  const key = JSON.stringify(queryKey)
  const [state, setState] = useState<FarState & { readonly of: string }>({ of: key })
  const latest = useRef({ search, queryKey, readPage })
  useEffect(() => {
    latest.current = { search, queryKey, readPage }
  })
  const far = useMemo(() => {
    const running: FarContext['running'] = {}
    const tell = (next: FarState) => setState((before) => ({ ...(before.of === key ? before : {}), of: key, ...next }))
    const context = () => ({ client, queries, model, ...latest.current, tell, running })
    return {
      running,
      /** Counts; resolves when the count stands with the pages, or could not be told. */
      countAll: async () =>
        await import('./far.ts').then(
          (code) => code.countAll(context()),
          () => tell({ counting: 'failed' }),
        ),
      /** Jumps to the first record with a value; gives its row. Throws what the server says of it. */
      goToValue: async (value: string) => await (await import('./far.ts')).goToValue(context(), value),
      /** Jumps near a row; that it failed is told by the state. */
      jumpNear: (row: number, ends: Ends) =>
        void import('./far.ts').then((code) => code.jumpNear(context(), row, ends)).catch(() => undefined),
    }
  }, [client, queries, model, key])
  useEffect(
    () => () => {
      far.running.count?.abort()
      far.running.jump?.abort()
    },
    [far],
  )
  const { counting, jumping } = state.of === key ? state : {}
  return { ...far, counting, jumping }
}
