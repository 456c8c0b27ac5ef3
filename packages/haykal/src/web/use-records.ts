/** Records of a model, exactly typed, for a project's own screens. */
import type { CountKind, RecordPage, Titles } from '@haykal/contract'
import type { Client } from '@haykal/contract/client'
import type { Filter, FilterOf, ModelDefinition, RecordOf, SortOf } from '@haykal/model'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { useClient } from './client.tsx'

/** Which records, in which order. Everything absent has its default. */
export interface RecordsQuery<M extends ModelDefinition> {
  readonly filter?: FilterOf<M>
  readonly sort?: readonly SortOf<M>[]
  /** What a search box says. */
  readonly q?: string
  /** 1 to 500; absent: 50. */
  readonly limit?: number
  readonly count?: 'none' | 'bounded' | 'exact'
}

/** What a page of records gives besides the state of its request. */
export interface Records<M extends ModelDefinition> {
  /** Undefined until the first answer has come. */
  readonly data: readonly RecordOf<M>[] | undefined
  readonly titles: Titles
  readonly count: { readonly value: number; readonly kind: CountKind } | undefined
  readonly error: Error | null
  readonly isPending: boolean
}

/** Reads a page of records of a model, and reads it again whenever records of that model change here. */
export function useRecords<M extends ModelDefinition>(model: M, query: RecordsQuery<M> = {}): Records<M> {
  const { data: page, error, isPending } = useQuery(recordsOptions(useClient(), model, query))
  return {
    data: page?.data as readonly RecordOf<M>[] | undefined,
    titles: page?.meta.titles ?? {},
    count: page === undefined || page.meta.count === null ? undefined : { value: page.meta.count, kind: page.meta.countKind },
    error,
    isPending,
  }
}

function recordsOptions<M extends ModelDefinition>(client: Client, model: M, { filter, sort, ...rest }: RecordsQuery<M>) {
  const query = {
    ...rest,
    ...(filter === undefined ? {} : { filter: filter as Filter }),
    ...(sort === undefined ? {} : { sort: sort.join(',') }),
  }
  return queryOptions<RecordPage>({
    queryKey: ['records', model.name, 'page', query],
    queryFn: ({ signal }) => client.call('listRecords', { path: { model: model.name }, query, signal }),
  })
}
