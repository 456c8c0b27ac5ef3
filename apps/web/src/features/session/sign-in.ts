/** Begins a session: the request, then everything that is known of the person before is forgotten. */
import { useMutation } from '@tanstack/react-query'
import { useClient } from 'haykal/web'

import { localPath } from './local-path.ts'
import { useBootAgain } from './use-boot-again.ts'

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
