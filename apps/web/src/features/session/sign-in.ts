/** Begins and ends a session: the request, then everything that is known of the person before is forgotten. */
import type { Boot } from '@haykal/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useClient } from 'haykal/web'
import { bootOptions } from '../boot/boot-options.ts'
import { loadProjectModules } from '../boot/project-modules.ts'
import { localPath } from './local-path.ts'

/** Asks anew who is asking and what there is for them; answers of before belong to someone else and are dropped. */
export function useBootAgain(): () => Promise<Boot> {
  const client = useClient()
  const queries = useQueryClient()
  const router = useRouter()
  return async () => {
    const boot = await client.call('boot', {})
    await loadProjectModules(boot)
    queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'boot' })
    queries.setQueryData(bootOptions(client).queryKey, boot)
    await router.invalidate()
    return boot
  }
}

/** Signs in; `next` is where the person wanted to go. */
export function useSignIn(next: string | undefined) {
  const client = useClient()
  const bootAgain = useBootAgain()
  const router = useRouter()
  return useMutation({
    mutationFn: (body: { readonly email: string; readonly password: string }) => client.call('signIn', { body }),
    onSuccess: async () => {
      await bootAgain()
      router.history.replace(localPath(next))
    },
  })
}

/** Makes the first owner, who is signed in with it. */
export function useSetUp() {
  const client = useClient()
  const bootAgain = useBootAgain()
  const router = useRouter()
  return useMutation({
    mutationFn: (body: SetUpBody) => client.call('setUp', { body }),
    onSuccess: async () => {
      await bootAgain()
      router.history.replace('/')
    },
  })
}

interface SetUpBody {
  readonly token: string
  readonly name: string
  readonly email: string
  readonly password: string
}

/** Signs out, on this screen and in the cache. */
export function useSignOut() {
  const client = useClient()
  const bootAgain = useBootAgain()
  const router = useRouter()
  return useMutation({
    mutationFn: () => client.call('signOut', {}),
    onSuccess: async () => {
      router.history.push('/-/sign-in')
      await bootAgain()
    },
  })
}
