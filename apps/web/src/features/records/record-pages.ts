/** Asks for the records of a list, page after page, each with its place in the whole; far-off pages are let go again. */
import type { CountKind, ListQuery, RecordPage } from '@haykal/contract'
import type { Client } from '@haykal/contract/client'
import type { Model } from '@haykal/model'
import { type InfiniteData, infiniteQueryOptions, type QueryClient } from '@tanstack/react-query'
import type { ListSearch } from './list-search.ts'
import { columnsKeyOf } from './views/shown-model.ts'

/** Where a page begins, and how much of it is wanted. */
export interface PagePlace {
  /** Behind or in front of which record; both absent: the first page. */
  readonly after?: string
  readonly before?: string
  /** Somewhere else, as the server names it: the last page, that at a row or a share, that which begins with a value. */
  readonly jump?: Pick<ListQuery, 'last' | 'at' | 'from'>
  /** The row that the page starts at, or for `before` and the last page ends in front of; for a value: the rows of the whole. */
  readonly row: number
  readonly limit: number
}

/** How many records match, as the first page was told. */
export interface Count {
  readonly value: number
  readonly kind: CountKind
}

/** A page that knows its place. */
export interface PlacedPage extends RecordPage {
  /** The row of its first record. */
  readonly start: number
  /** Handed on from page to page, since the first one, which was counted, is let go in time. */
  readonly count: Count | undefined
}

/** The pages of a list at hand. */
export type PagesAtHand = InfiniteData<PlacedPage, PagePlace>

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

/** The lists, by their keys as texts, that somebody waits for however long they take, rather than see a part of them. */
export const awaited = new Set<string>()

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
  const columns = columnsKeyOf(model)
  const queryKey = [...recordsKey(model.name), 'list', search, ...(columns === undefined ? [] : [columns])] as const
  const atHand = () => queries.getQueryData<PagesAtHand>(queryKey)
  const readPage = async (place: PagePlace, signal?: AbortSignal): Promise<PlacedPage> => {
    const { after, before, jump, limit } = place
    const isFirst = after === undefined && before === undefined && jump === undefined
    const page = await client.call('listRecords', {
      path: { model: model.name },
      query: {
        ...search,
        fields: fieldsOf(model),
        limit,
        count: isFirst ? 'bounded' : 'none',
        ...(after !== undefined && { after }),
        ...(before !== undefined && { before }),
        ...jump,
        ...(awaited.has(JSON.stringify(queryKey)) && { whole: true }),
      },
      ...(signal && { signal }),
    })
    const { count, countKind } = page.meta
    return {
      ...page,
      start: startOf(place, page),
      count: count === null ? atHand()?.pages[0]?.count : { value: count, kind: countKind },
    }
  }
  // Asked for again, a page has the size that it had, so that the same rows come back.
  const limitAt = (row: number) =>
    atHand()?.pageParams.find((place) => place.row === row && place.after !== undefined)?.limit ?? nextLimit()

  const options = infiniteQueryOptions({
    queryKey,
    queryFn: ({ pageParam, signal }) => readPage(pageParam, signal),
    initialPageParam: { row: 0, limit: firstLimit } as PagePlace,
    getNextPageParam: ({ start, data, meta }): PagePlace | undefined => {
      const row = start + data.length
      return meta.next === null ? undefined : { after: meta.next, row, limit: limitAt(row) }
    },
    getPreviousPageParam: ({ start, meta }): PagePlace | undefined =>
      meta.prev === null || start === 0 ? undefined : { before: meta.prev, row: start, limit: nextLimit() },
    maxPages: keptPages,
  })
  return { ...options, readPage }
}

/** The row of a page's first record. */
function startOf({ before, jump, row }: PagePlace, { data, meta }: RecordPage): number {
  if (before !== undefined || jump?.last) return Math.max(jump ? 0 : -Infinity, row - data.length)
  if (meta.prev === null) return 0
  if (jump?.from === undefined) return row
  // In front of it is something, and behind its first record at least what it holds.
  return Math.max(1, Math.min(Math.round((meta.share ?? 0.5) * row), row - data.length))
}

/** Lets go of the pages that are off the screen, so that little is asked for again when one comes back. */
export function pagesAround(
  data: PagesAtHand,
  { first, last }: { readonly first: number; readonly last: number },
): PagesAtHand {
  const isNear = (page: PlacedPage) => page.start <= last && page.start + page.data.length > first
  const kept = data.pages.flatMap((page, index) => (isNear(page) ? [index] : []))
  if (kept.length === 0 || kept.length === data.pages.length) return data
  return {
    pages: kept.flatMap((index) => data.pages[index] ?? []),
    pageParams: kept.flatMap((index) => data.pageParams[index] ?? []),
  }
}

/** What a list shows of a record: its columns, and the title, by which it is called. */
function fieldsOf(model: Model): readonly string[] {
  return [...new Set([...model.columns, model.title].map((field) => field.name))]
}
