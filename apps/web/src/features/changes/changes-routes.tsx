/** `/-/changes` and `/-/changes/{id}`: hands the parts of an address to the screens of the history. */
import { getRouteApi } from '@tanstack/react-router'
import { ChangeSetScreen } from './change-set-screen.tsx'
import { readChangesAddress } from './changes-path.ts'
import { ChangesScreen } from './changes-screen.tsx'

const changes = getRouteApi('/app/-/changes')
const changeSet = getRouteApi('/app/-/changes/$id')

/** The history of the project. */
export function ChangesRoute() {
  return <ChangesScreen address={readChangesAddress(changes.useSearch())} />
}

/** One act of it. */
export function ChangeSetRoute() {
  const { id } = changeSet.useParams()
  return <ChangeSetScreen key={id} id={id} />
}
