/** `/-/settings/history`: how long what was changed and removed is kept, for owners; for everybody else there is nothing here. */
import { useBoot } from '../boot/use-boot.ts'
import { NotFound } from '../screens/not-found.tsx'
import { RetentionScreen } from './retention-screen.tsx'

/** The route's component. */
export function RetentionRoute() {
  return useBoot().canManagePeople ? <RetentionScreen /> : <NotFound />
}
