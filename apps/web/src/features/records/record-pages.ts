/** Asks for the records of a list, page after page, each with its place in the whole; far-off pages are let go again. */
import type { RecordPage } from '@haykal/contract'
import type { Client } from '@haykal/contract/client'
import type { Model } from '@haykal/model'
import { type InfiniteData, infiniteQueryOptions, type QueryClient } from '@tanstack/react-query'
import type { ListSearch } from './list-search.ts'

/** Where a page begins, and how much of it is wanted. */
export interface PagePlace {
  /** Behind or in front of which record; both absent: the first page. */
  readonly after?: string
  readonly before?: string
  /** The row that the page starts at, or for `before` ends in front of. */
  readonly row: number
  readonly limit: number
}

/** A page that knows its place: `start` is the row of its first record. */
export interface PlacedPage extends RecordPage {
  readonly start: number
}

/** Rows of the first page: enough for a screen. */
export const firstLimit = 50
/** Rows of every other page. */
const usualLimit = 100
/** Rows of a page when one has scrolled far beyond what is there. */
const hurriedLimit = 500
/** Pages kept at once: memory stays the same, however far one scrolls. */
const keptPages = 10

/** How many rows to ask for when the next row wanted is `distance` rows beyond what is there. */
export function limitFor(distance: number): number {
  return distance > usualLimit ? hurriedLimit : usualLimit
}

/** The key of everything that was listed of a model: what changes records invalidates it. */
export function recordsKey(model: string): readonly ['records', string] {
  return ['records', model]
}

/** What the pages of a list depend on. */
export interface PagesRequest {
  readonly client: Client
  readonly queries: QueryClient
  readonly model: Model
  readonly search: ListSearch
  /** How many rows the next page should have; read at the moment of asking. */
  readonly nextLimit: () => number
}

/** The pages of a list. */
export function recordPagesOptions({ client, queries, model, search, nextLimit }: PagesRequest) {
  const queryKey = [...recordsKey(model.name), 'list', search] as const
  // Asked for again, a page has the size that it had, so that the same rows come back.
  const limitAt = (row: number) =>
    queries
      .getQueryData<InfiniteData<PlacedPage, PagePlace>>(queryKey)
      ?.pageParams.find((place) => place.row === row && place.after !== undefined)?.limit ?? nextLimit()

  return infiniteQueryOptions({
    queryKey,
    queryFn: async ({ pageParam: { after, before, row, limit }, signal }): Promise<PlacedPage> => {
      const isFirst = after === undefined && before === undefined
      const page = await client.call('listRecords', {
        path: { model: model.name },
        query: {
          ...search,
          fields: fieldsOf(model),
          limit,
          count: isFirst ? 'bounded' : 'none',
          ...(after !== undefined && { after }),
          ...(before !== undefined && { before }),
        },
        signal,
      })
      return { ...page, start: before === undefined ? row : row - page.data.length }
    },
    initialPageParam: { row: 0, limit: firstLimit } as PagePlace,
    getNextPageParam: ({ start, data, meta }): PagePlace | undefined => {
      const row = start + data.length
      return meta.next === null ? undefined : { after: meta.next, row, limit: limitAt(row) }
    },
    getPreviousPageParam: ({ start, meta }): PagePlace | undefined =>
      meta.prev === null || start === 0 ? undefined : { before: meta.prev, row: start, limit: nextLimit() },
    maxPages: keptPages,
  })
}

/** What a list shows of a record: its columns, and the title, by which it is called. */
function fieldsOf(model: Model): readonly string[] {
  return [...new Set([...model.columns, model.title].map((field) => field.name))]
}
