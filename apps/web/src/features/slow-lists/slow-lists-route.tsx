/** `/-/settings/lists`: which lists were slow and what would help, for owners; for everybody else there is nothing here. */
import { useBoot } from '../boot/use-boot.ts'
import { NotFound } from '../screens/not-found.tsx'
import { SlowListsScreen } from './slow-lists-screen.tsx'

/** The route's component. */
export function SlowListsRoute() {
  return useBoot().canManagePeople ? <SlowListsScreen /> : <NotFound />
}
