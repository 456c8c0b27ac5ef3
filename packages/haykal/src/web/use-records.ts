/** Records of a model, exactly typed, for a project's own screens. */
import type { CountKind, RecordPage, Titles } from '@haykal/contract'
import type { Client } from '@haykal/contract/client'
import type { Filter, FilterOf, ModelDefinition, RecordOf, SortOf } from '@haykal/model'
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import type { AboutModel, KeyNameOf, ModelOf } from '../model-named.ts'
import { useClient } from './client.tsx'

/** Which records, in which order. Everything absent has its default. */
export interface RecordsQuery<M extends ModelDefinition, Name extends keyof RecordOf<M> = keyof RecordOf<M>> {
  readonly filter?: FilterOf<M>
  readonly sort?: readonly SortOf<M>[]
  /** What a search box says. */
  readonly q?: string
  /** Only these fields, beside the key; absent: all that lists hold. */
  readonly fields?: readonly Name[]
  /** 1 to 500; absent: 50. */
  readonly limit?: number
  readonly count?: 'none' | 'bounded' | 'exact'
}

/** What a page of records gives besides the state of its request. */
export interface Records<Item> {
  /** Undefined until the first answer has come; while another query is on its way, the answer before it. */
  readonly data: readonly Item[] | undefined
  readonly titles: Titles
  readonly count: { readonly value: number; readonly kind: CountKind } | undefined
  readonly error: Error | null
  readonly isPending: boolean
  /** `data` still answers the query before this one. */
  readonly isChanging: boolean
}

/** Reads a page of records of a model, and reads it again whenever records of that model change here. */
export function useRecords<
  const About extends AboutModel,
  const Name extends keyof RecordOf<ModelOf<About>> & string = keyof RecordOf<ModelOf<About>> & string,
>(
  model: About,
  query: RecordsQuery<ModelOf<About>, Name> = {},
): Records<Pick<RecordOf<ModelOf<About>>, Name | KeyNameOf<ModelOf<About>>>> {
  const { data: page, error, isPending, isPlaceholderData } = useQuery(recordsOptions(useClient(), model.name, query))
  return {
    data: page?.data as readonly RecordOf<ModelOf<About>>[] | undefined,
    titles: page?.meta.titles ?? {},
    count:
      page === undefined || page.meta.count === null
        ? undefined
        : { value: page.meta.count, kind: page.meta.countKind },
    error,
    isPending,
    isChanging: isPlaceholderData,
  }
}

function recordsOptions<M extends ModelDefinition, Name extends keyof RecordOf<M> & string>(
  client: Client,
  model: string,
  { filter, sort, ...rest }: RecordsQuery<M, Name>,
) {
  const query = {
    ...rest,
    ...(filter === undefined ? {} : { filter: filter as Filter }),
    ...(sort === undefined ? {} : { sort: sort.join(',') }),
  }
  return queryOptions<RecordPage>({
    queryKey: ['records', model, 'page', query],
    queryFn: ({ signal }) => client.call('listRecords', { path: { model }, query, signal }),
    placeholderData: keepPreviousData,
  })
}
