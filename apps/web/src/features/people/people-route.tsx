/** `/-/settings/people`: who may sign in, for owners; for everybody else there is nothing here. */
import { getRouteApi } from '@tanstack/react-router'
import { useBoot } from '../boot/use-boot.ts'
import { NotFound } from '../screens/not-found.tsx'
import { PeopleScreen } from './people-screen.tsx'

const people = getRouteApi('/app/-/settings/people')

/** The route's component. */
export function PeopleRoute() {
  const address = people.useSearch()
  return useBoot().canManagePeople ? <PeopleScreen address={address} /> : <NotFound />
}
