/** Ends a session: the request, then everything that is known of the person is forgotten. */
import { useMutation } from '@tanstack/react-query'
import { useClient } from 'haykal/web'
import { forgetRecentRecords } from '../palette/forget-recent.ts'
import { useBootAgain } from './use-boot-again.ts'

/** Signs out, on this screen and in the cache. */
export function useSignOut() {
  const client = useClient()
  const bootAgain = useBootAgain()
  return useMutation({
    mutationFn: () => client.call('signOut', {}),
    onSuccess: async () => {
      await bootAgain('/-/sign-in')
      forgetRecentRecords()
    },
  })
}
