/** Creates, edits and removes a record: the answer becomes what is shown, and whatever lists records of the model is asked for anew. */
import type { ChildChanges, RecordReply } from '@haykal/contract'
import type { AnyRecord, Model } from '@haykal/model'
import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query'
import { useClient } from 'haykal/web'
import { editListed, removeListed, titlesAtHand } from '../records/listed-records.ts'
import { recordOptions } from '../records/one-record.ts'
import { recordsKey } from '../records/record-pages.ts'
import type { Edit } from './record-draft.ts'

/** Without a connection a change fails at once and can be tried again; waiting unseen, it might come as a surprise. */
const networkMode = 'always'

/** What is written of the children of a record together with it; absent: nothing. */
export interface WithChildren {
  readonly children?: readonly ChildChanges[] | undefined
}

/** As it travels: nothing to write is not said. */
function childrenIn({ children = [] }: WithChildren): { readonly children?: readonly ChildChanges[] } {
  return children.length > 0 ? { children } : {}
}

/** Creates a record of a model from the values of a draft. */
export function useCreateRecord(model: Model) {
  const client = useClient()
  const queries = useQueryClient()
  return useMutation({
    networkMode,
    mutationFn: ({ values, ...more }: { readonly values: AnyRecord } & WithChildren) =>
      client.call('createRecord', { path: { model: model.name }, body: { values, ...childrenIn(more) } }),
    onSuccess: (reply, { children }) => {
      keepAnswer(queries, model, { reply, options: recordOptions(client, model.name, reply.meta.id) })
      refreshChildren(queries, children)
    },
  })
}

/** Edits a record. The rows that show it change at once, and back again when the edit is refused. */
export function useEditRecord(model: Model, id: string) {
  const client = useClient()
  const queries = useQueryClient()
  return useMutation({
    networkMode,
    mutationFn: ({ values, base, ...more }: Edit & WithChildren) =>
      client.call('editRecord', { path: { model: model.name, id }, body: { values, base, ...childrenIn(more) } }),
    onMutate: ({ values }) =>
      editListed(queries, { model, id }, { values, titles: titlesAtHand(queries, model, values) }),
    onError: (_error, _edit, restore) => restore?.(),
    onSuccess: (reply, { children }) => {
      editListed(queries, { model, id }, { values: reply.data, titles: reply.meta.titles })
      keepAnswer(queries, model, { reply, options: recordOptions(client, model.name, id) })
      refreshChildren(queries, children)
    },
  })
}

/** Removes a record, as long as it is still the one that was seen. Its row goes at once, and comes back when the removal is refused. */
export function useRemoveRecord(model: Model, id: string) {
  const client = useClient()
  const queries = useQueryClient()
  return useMutation({
    networkMode,
    mutationFn: (etag: string) =>
      client.call('removeRecord', { path: { model: model.name, id }, headers: { 'If-Match': etag } }),
    onMutate: () => removeListed(queries, { model, id }),
    onError: (_error, _etag, restore) => restore?.(),
    onSuccess: () => refreshAround(queries, model.name),
  })
}

interface Answered {
  readonly reply: RecordReply
  readonly options: ReturnType<typeof recordOptions>
}

function keepAnswer(queries: QueryClient, model: Model, { reply, options }: Answered): void {
  queries.setQueryData(options.queryKey, reply)
  refreshAround(queries, model.name)
}

/** Lists of the model are asked for anew. What else names the record by its title is asked for when it is next looked at. */
function refreshAround(queries: QueryClient, model: string): void {
  const isList = (queryKey: readonly unknown[]) => queryKey[1] === model && queryKey[2] !== 'record'
  void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] === 'records' && isList(queryKey) })
  void queries.invalidateQueries({
    predicate: ({ queryKey }) => queryKey[0] === 'records' && queryKey[1] !== model,
    refetchType: 'none',
  })
}

/** What shows children that were written is asked for anew. */
function refreshChildren(queries: QueryClient, children: readonly ChildChanges[] = []): void {
  for (const { model } of children) void queries.invalidateQueries({ queryKey: recordsKey(model) })
}
