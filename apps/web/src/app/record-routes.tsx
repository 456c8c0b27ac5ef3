/** Hands the parts of an address to the record screens. */
import { getRouteApi } from '@tanstack/react-router'
import { NewRecordScreen, RecordScreen } from '../features/record/record-screen.tsx'

const record = getRouteApi('/app/$model/$id')
const newRecord = getRouteApi('/app/$model/-/new')

/** `/{model}/{id}` */
export function RecordRoute() {
  const { model, id } = record.useParams()
  return <RecordScreen key={`${model}/${id}`} model={model} id={id} />
}

/** `/{model}/-/new` */
export function NewRecordRoute() {
  const { model } = newRecord.useParams()
  return <NewRecordScreen key={model} model={model} />
}
