/** `/{model}`: the list of a model, or nothing where there is no such model for this person. */
import { getRouteApi } from '@tanstack/react-router'
import { useMemo } from 'react'
import { type ModelAccess, useBoot, useModel } from '../boot/use-boot.ts'
import { NotFound } from '../screens/not-found.tsx'
import { ListScreen } from './list-screen.tsx'
import { listAddressOf } from './list-search.ts'
import { listAt } from './views/list-at.ts'

const list = getRouteApi('/app/$model')

/** The route's component. */
export function ListRoute() {
  const { model: name } = list.useParams()
  const found = useModel(name)
  if (!found) return <NotFound />
  return <FoundList key={name} {...found} />
}

function FoundList({ model, access }: ModelAccess) {
  const { views } = useBoot()
  const search = list.useSearch()
  const address = useMemo(() => listAddressOf(search), [search])
  const at = useMemo(() => listAt(views ? { views } : {}, model, address), [views, model, address])
  return <ListScreen model={model} access={access} list={at} address={address} peek={search.peek} />
}
