/** Begins and ends a session: the request, then everything that is known of the person before is forgotten. */
import { type Query, useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useClient } from 'haykal/web'
import { bootOptions } from '../boot/boot-options.ts'
import { loadProjectModules } from '../boot/project-modules.ts'
import { forgetRecentRecords } from '../palette/forget-recent.ts'
import { forgetDrafts } from '../record/forget-drafts.ts'
import { forgetActs } from '../undo/undo-stack.ts'
import { mayLeave } from './before-leaving.ts'
import { localPath } from './local-path.ts'

/** Asks anew who is asking, and goes to a path; answers of before belong to someone else and are dropped. */
function useBootAgain(): (path: string) => Promise<void> {
  const client = useClient()
  const queries = useQueryClient()
  const router = useRouter()
  return async (path) => {
    const boot = await client.call('boot', {})
    forgetActs()
    await loadProjectModules(boot)
    const ofBefore = { predicate: ({ queryKey }: Query) => queryKey[0] !== 'boot' }
    queries.removeQueries({ ...ofBefore, type: 'inactive' })
    // What the screen that one leaves still looks at goes with it; what the next one asks for meanwhile stays.
    const left = queries.getQueryCache().findAll(ofBefore)
    queries.setQueryData(bootOptions(client).queryKey, boot)
    router.history.replace(path)
    await router.invalidate()
    for (const query of left) queries.getQueryCache().remove(query)
  }
}

/** Signs in; `next` is where the person wanted to go. */
export function useSignIn(next: string | undefined) {
  const client = useClient()
  const bootAgain = useBootAgain()
  return useMutation({
    mutationFn: (body: { readonly email: string; readonly password: string }) => client.call('signIn', { body }),
    onSuccess: () => bootAgain(localPath(next)),
  })
}

/** Makes the first owner, who is signed in with it. */
export function useSetUp() {
  const client = useClient()
  const bootAgain = useBootAgain()
  return useMutation({
    mutationFn: (body: SetUpBody) => client.call('setUp', { body }),
    onSuccess: () => bootAgain('/'),
  })
}

/** Sets the password of whoever was handed the token, who is signed in with it. */
export function useSetPassword() {
  const client = useClient()
  const bootAgain = useBootAgain()
  return useMutation({
    mutationFn: (body: { readonly token: string; readonly password: string }) => client.call('setPassword', { body }),
    onSuccess: () => bootAgain('/'),
  })
}

interface SetUpBody {
  readonly token: string
  readonly name: string
  readonly email: string
  readonly password: string
}

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
