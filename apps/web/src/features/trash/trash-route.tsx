/** `/{model}/-/trash`: hands the name of the model to its trash. */
import { getRouteApi } from '@tanstack/react-router'
import { useModel } from '../boot/use-boot.ts'
import { NotFound } from '../screens/not-found.tsx'
import { TrashScreen } from './trash-screen.tsx'

const trash = getRouteApi('/app/$model/-/trash')

/** The route's component. */
export function TrashRoute() {
  const known = useModel(trash.useParams().model)
  return known ? <TrashScreen key={known.model.name} {...known} /> : <NotFound />
}
