/** `/{model}`: the list of a model, or nothing where there is no such model for this person. */
import { getRouteApi } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useModel } from '../boot/use-boot.ts'
import { NotFound } from '../screens/not-found.tsx'
import { ListScreen } from './list-screen.tsx'
import { listSearchOf } from './list-search.ts'

const list = getRouteApi('/app/$model')

/** The route's component. */
export function ListRoute() {
  const { model: name } = list.useParams()
  const address = list.useSearch()
  const found = useModel(name)
  const search = useMemo(() => listSearchOf(address), [address])
  if (!found) return <NotFound />
  return <ListScreen key={name} {...found} search={search} peek={address.peek} />
}
