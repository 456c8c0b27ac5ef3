/** What the person saw of the chosen records in the fields that they are about to change. */
import type { ModelField } from '@haykal/model'
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useClient } from 'haykal/web'
import { useState } from 'react'
import type { ManyTarget } from './many-target.ts'
import { listedNow, type SeenRecords, withFields } from './seen-records.ts'

/** The records by their ids; undefined as long as something of them is still asked for. None where all that match are meant. */
export function useSeen(
  { model, chosen }: ManyTarget,
  fields: readonly ModelField[],
): { readonly records: SeenRecords | undefined; readonly error: Error | null } {
  const client = useClient()
  const queries = useQueryClient()
  // As the list showed them when the dialog came: it hides the list.
  const [listed] = useState(() => (chosen.isAll ? new Map() : listedNow(queries, model, chosen.records)))
  const { data, error, isPlaceholderData } = useQuery({
    queryKey: ['many', 'seen', model.name, fields.map(({ name }) => name)],
    queryFn: async () => await withFields(client, { model, seen: listed }, fields),
    placeholderData: keepPreviousData,
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    networkMode: 'always',
  })
  return { records: isPlaceholderData ? undefined : data, error }
}
