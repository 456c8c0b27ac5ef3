/** Creates, edits and removes a record: the answer becomes what is shown, and whatever lists records of the model is asked for anew. */
import type { RecordReply } from '@haykal/contract'
import type { AnyRecord, Model } from '@haykal/model'
import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query'
import { useClient } from 'haykal/web'
import { recordOptions } from './record-options.ts'

/** Creates a record of a model from the values of a draft. */
export function useCreateRecord(model: Model) {
  const client = useClient()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (values: AnyRecord) => client.call('createRecord', { path: { model: model.name }, body: { values } }),
    onSuccess: (reply) =>
      keepAnswer(queries, model, { reply, options: recordOptions(client, model.name, reply.meta.id) }),
  })
}

/** Values to write, and what each was based on. */
export interface Edit {
  readonly values: AnyRecord
  readonly base: AnyRecord
}

/** Edits a record. */
export function useEditRecord(model: Model, id: string) {
  const client = useClient()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ values, base }: Edit) =>
      client.call('editRecord', { path: { model: model.name, id }, body: { values, base } }),
    onSuccess: (reply) => keepAnswer(queries, model, { reply, options: recordOptions(client, model.name, id) }),
  })
}

/** Removes a record, as long as it is still the one that was seen. */
export function useRemoveRecord(model: Model, id: string) {
  const client = useClient()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (etag: string) =>
      client.call('removeRecord', { path: { model: model.name, id }, headers: { 'If-Match': etag } }),
    onSuccess: () => {
      queries.removeQueries({ queryKey: recordOptions(client, model.name, id).queryKey })
      void invalidateLists(queries, model.name)
    },
  })
}

interface Answered {
  readonly reply: RecordReply
  readonly options: ReturnType<typeof recordOptions>
}

function keepAnswer(queries: QueryClient, model: Model, { reply, options }: Answered): void {
  queries.setQueryData(options.queryKey, reply)
  void invalidateLists(queries, model.name)
}

/** Everything of a model but single records: those have just been answered. */
async function invalidateLists(queries: QueryClient, model: string): Promise<void> {
  await queries.invalidateQueries({
    predicate: ({ queryKey }) => queryKey[0] === 'records' && queryKey[1] === model && queryKey[2] !== 'record',
  })
}
