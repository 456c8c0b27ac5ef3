/** Calls a project's own endpoint from its screens. */
import type { Json } from '@haykal/model'
import { type UseQueryResult, useQuery } from '@tanstack/react-query'
import type { ProjectEndpoint, QueryOf } from '../define-endpoint.ts'
import { useClient } from './client.tsx'

/** Reads an endpoint (GET). Parameters that are left out have the default of their field. */
export function useEndpoint<Reply, E extends ProjectEndpoint = ProjectEndpoint>(
  endpoint: E,
  query: Partial<QueryOf<E>> = {},
): UseQueryResult<Reply> {
  const client = useClient()
  return useQuery<Reply>({
    queryKey: ['endpoint', endpoint.path, query],
    queryFn: ({ signal }) => client.get<Reply>(`/api/v1/-/p${endpoint.path}${written(query)}`, signal),
  })
}

function written(query: { readonly [name: string]: unknown }): string {
  const parameters = new URLSearchParams()
  for (const [name, value] of Object.entries(query) as [string, Json | undefined][]) {
    if (value !== undefined && value !== null) parameters.set(name, typeof value === 'object' ? JSON.stringify(value) : String(value))
  }
  const text = parameters.toString()
  return text === '' ? '' : `?${text}`
}
