/** The views that boot told, kept up to date with what is done to them and with what others share meanwhile. */
import type { Boot, ModelViews } from '@haykal/contract'
import type { Client } from '@haykal/contract/client'
import { type QueryClient, queryOptions } from '@tanstack/react-query'
import { bootOptions } from '../../boot/boot-options.ts'
import { viewsOf } from './views-of.ts'

/** Asks for the views of a model, and for the roles that one may share them with. */
export function viewsOptions(client: Client, model: string) {
  return queryOptions({
    queryKey: ['views', model],
    queryFn: ({ signal }) => client.call('listViews', { path: { model }, signal }),
    // Whoever follows a link to a view that is not there asks no more often than this.
    staleTime: 10_000,
  })
}

/** Where the views of a model are told. */
export interface ToldPlace {
  readonly client: Client
  readonly queries: QueryClient
  readonly model: string
}

/** Changes what is told of the views of a model. */
export function changeTold({ client, queries, model }: ToldPlace, change: (views: ModelViews) => ModelViews): void {
  queries.setQueryData<Boot>(bootOptions(client).queryKey, (boot) => {
    if (!boot) return boot
    // By entries, as a table may be called as what every object has.
    const others = Object.entries(boot.views ?? {}).filter(([name]) => name !== model)
    return { ...boot, views: Object.fromEntries([...others, [model, change(viewsOf(boot, model))]]) }
  })
}

/** Asks again which views there are: somebody may have shared one since boot was told. What cannot be asked stays as it was told. */
export async function refreshTold(place: ToldPlace): Promise<void> {
  const reply = await place.queries.fetchQuery(viewsOptions(place.client, place.model)).catch(() => undefined)
  if (reply) changeTold(place, () => reply.views)
}
