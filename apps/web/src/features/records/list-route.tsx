/** `/{model}`: the list of a model, or nothing where there is no such model for this person. */
import { getRouteApi } from '@tanstack/react-router'
import { useModel } from '../boot/use-boot.ts'
import { NotFound } from '../screens/not-found.tsx'
import { ListScreen } from './list-screen.tsx'

const list = getRouteApi('/app/$model')

/** The route's component. */
export function ListRoute() {
  const { model: name } = list.useParams()
  const search = list.useSearch()
  const found = useModel(name)
  if (!found) return <NotFound />
  return <ListScreen key={name} {...found} search={search} />
}
