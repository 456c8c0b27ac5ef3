/** Asks for the removed records of a model, what was removed last first. */
import { endpoints, fillPath, type TrashPage } from '@haykal/contract'
import type { Client } from '@haykal/contract/client'
import { infiniteQueryOptions } from '@tanstack/react-query'
import { recordsKey } from '../records/record-pages.ts'

/** The pages of the trash; asked for anew whenever a record of the model was written. */
export function trashOptions(client: Client, model: string) {
  const path = fillPath(endpoints.listTrash.path, { model })
  return infiniteQueryOptions({
    queryKey: [...recordsKey(model), 'trash'],
    queryFn: ({ signal, pageParam }) =>
      client.get<TrashPage>(
        `${path}${pageParam === '' ? '' : `?${new URLSearchParams({ after: pageParam })}`}`,
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.meta.next,
    staleTime: 0,
  })
}
