/** Looking at the application as somebody else, and as oneself again: the session changes, so everything is asked for anew. */
import { useLocale } from '@haykal/messages/react'
import { showToast } from '@haykal/ui/toast/toasts.ts'
import { useMutation } from '@tanstack/react-query'
import { useClient } from 'haykal/web'
import { errorText } from '../problems/error-text.ts'

/** Begins to look as a person (by id) or as a role. */
export function useViewAs() {
  const { t } = useLocale()
  const client = useClient()
  return useMutation({
    mutationFn: (target: { readonly person: string } | { readonly role: string }) =>
      client.call('viewAs', { body: target }),
    onSuccess: () => window.location.assign('/'),
    onError: (error) => showToast({ text: errorText(t, error) }),
  })
}

/** Looks as oneself again. */
export function useStopViewing() {
  const { t } = useLocale()
  const client = useClient()
  return useMutation({
    mutationFn: () => client.call('stopViewing', {}),
    onSuccess: () => window.location.assign('/-/settings/people'),
    onError: (error) => showToast({ text: errorText(t, error) }),
  })
}
