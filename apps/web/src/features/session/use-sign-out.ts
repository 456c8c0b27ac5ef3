/** Ends a session: the request, then everything that is known of the person is forgotten. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useClient } from 'haykal/web'
import { bootOptions } from '../boot/boot-options.ts'
import { forgetRecentRecords } from '../palette/forget-recent.ts'
import { forgetDrafts } from '../record/forget-drafts.ts'
import { mayLeave } from './before-leaving.ts'
import { useBootAgain } from './use-boot-again.ts'

/** Signs out, on this screen and in the cache, unless there is something unsaved that one would rather keep. */
export function useSignOut() {
  const client = useClient()
  const queries = useQueryClient()
  const bootAgain = useBootAgain()
  return useMutation({
    mutationFn: async () => {
      if (!(await mayLeave())) return
      const before = queries.getQueryData(bootOptions(client).queryKey)
      await client.call('signOut', {})
      // Whoever looks as somebody else is not named here: then everybody's go.
      forgetDrafts(before?.viewing ? undefined : before?.person?.id)
      await bootAgain('/-/sign-in')
      forgetRecentRecords()
    },
  })
}
