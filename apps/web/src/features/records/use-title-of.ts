/** The title of a record that is known by its key only. */
import type { Json } from '@haykal/model'
import { useQuery } from '@tanstack/react-query'
import { useClient } from 'haykal/web'
import { useModels } from '../boot/use-boot.ts'
import { recordsKey } from './record-pages.ts'
import { titleOfRecord } from './title-of-record.ts'

/** The title; undefined while it is asked for, and for a record that this person does not see. */
export function useTitleOf(modelName: string | undefined, key: Json): string | undefined {
  const client = useClient()
  const model = useModels().get(modelName ?? '')
  const id = String(key)
  const { data } = useQuery({
    queryKey: [...recordsKey(modelName ?? ''), 'title', id],
    queryFn: ({ signal }) => client.call('readRecord', { path: { model: modelName ?? '', id }, signal }),
    enabled: model !== undefined && key !== null,
    select: (reply) => (model ? titleOfRecord(model, reply) : undefined),
  })
  return data
}
