/** `/-/access`: who may do what, for owners; for everybody else there is nothing here. */
import { getRouteApi } from '@tanstack/react-router'
import { useBoot } from '../boot/use-boot.ts'
import { NotFound } from '../screens/not-found.tsx'
import { readAccessAddress } from './access-path.ts'
import { AccessScreen } from './access-screen.tsx'

const access = getRouteApi('/app/-/access')

/** The route's component. */
export function AccessRoute() {
  const address = readAccessAddress(access.useSearch())
  return useBoot().canManagePeople ? <AccessScreen address={address} /> : <NotFound />
}
