/** `/{model}/{id}/-/history`: hands the parts of the address to the history of a record. */
import { getRouteApi } from '@tanstack/react-router'
import { HistoryScreen } from './history-screen.tsx'

const history = getRouteApi('/app/$model/$id/-/history')

/** The route's component. */
export function HistoryRoute() {
  const { model, id } = history.useParams()
  const { field } = history.useSearch()
  return <HistoryScreen key={`${model}/${id}`} model={model} id={id} field={field} />
}
