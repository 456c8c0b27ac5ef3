/** Calls a project's own endpoint from its screens. */
import type { Json } from '@haykal/model'
import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query'
import type { ProjectEndpoint, QueryOf, ReplyOf } from '../define-endpoint.ts'
import { useClient } from './client.tsx'

/**
 * Reads an endpoint (GET). Parameters that are left out have the default of their field.
 * One that answers with records of a model is read again whenever records of that model change here.
 */
export function useEndpoint<E extends ProjectEndpoint>(
  endpoint: E,
  query: Partial<QueryOf<E>> = {},
): UseQueryResult<ReplyOf<E>> {
  const client = useClient()
  return useQuery<ReplyOf<E>>({
    queryKey: [...subjectOf(endpoint), 'endpoint', endpoint.path, query],
    queryFn: ({ signal }) => client.get<ReplyOf<E>>(`/api/v1/-/p${endpoint.path}${written(query)}`, signal),
    placeholderData: keepPreviousData as never,
  })
}

function subjectOf({ reply }: ProjectEndpoint): readonly string[] {
  return reply === undefined ? [] : ['records', reply.records.name]
}

function written(query: { readonly [name: string]: unknown }): string {
  const parameters = new URLSearchParams()
  for (const [name, value] of Object.entries(query) as [string, Json | undefined][]) {
    if (value === undefined || value === null) continue
    parameters.set(name, typeof value === 'object' ? JSON.stringify(value) : String(value))
  }
  const text = parameters.toString()
  return text === '' ? '' : `?${text}`
}
