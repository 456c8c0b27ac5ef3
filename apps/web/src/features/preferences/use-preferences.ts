/** The preferences for whoever shows or changes them: applied at once, sent to the server, taken back when it did not keep them. */
import type { Boot, PreferenceChanges, Preferences } from '@haykal/contract'
import { useLocale } from '@haykal/messages/react'
import { showToast } from '@haykal/ui/toast/toasts.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useClient } from 'haykal/web'
import { bootOptions } from '../boot/boot-options.ts'
import { errorText } from '../problems/error-text.ts'
import { type Attempt, chosenPreferences, noteTold, tryPreferences, useShown } from './shown-preferences.ts'

/** The choices with their defaults; what follows the browser, the language or the device is absent. */
export type CurrentPreferences = Preferences &
  Required<Pick<Preferences, 'calendar' | 'theme' | 'density' | 'keys' | 'favourites'>>

const none: readonly string[] = []

/** What the person chose, or the device of somebody who is not signed in. */
export function usePreferences(): CurrentPreferences {
  const { calendar = 'gregory', theme = 'system', density = 'comfortable', keys = true, ...others } = useShown().chosen
  return { ...others, calendar, theme, density, keys, favourites: others.favourites ?? none }
}

/** Changes some choices, null takes one back; `onSaved` is called once they are kept. */
export type PreferenceSetter = (changes: PreferenceChanges, then?: { onSaved(): void }) => void

/** What a part of the settings is given. */
export interface SectionProps {
  readonly set: PreferenceSetter
}

/** What changes choices at once. A failure to keep them is told in a toast, and what was before is shown again. */
export function useSetPreference(): PreferenceSetter {
  const client = useClient()
  const queries = useQueryClient()
  const { t } = useLocale()
  const { queryKey } = bootOptions(client)
  const { mutate } = useMutation<unknown, Error, Choice>({
    // Without a network it fails at once, and is told: nobody waits for a choice that may never be kept.
    networkMode: 'always',
    // One after the other: the last answer is the one that counts.
    scope: { id: 'preferences' },
    mutationFn: async ({ changes, attempt }) => {
      const { done } = await attempt
      const boot = queries.getQueryData<Boot>(queryKey)
      if (boot?.person) {
        // Whoever keeps something for the first time keeps with it all that this device shows them.
        const body = boot.person.preferences ? changes : { ...chosenPreferences(), ...changes }
        const { preferences } = await client.call('editPreferences', { body, keepalive: true })
        const next = queries.setQueryData<Boot>(
          queryKey,
          (now) => now?.person && { ...now, person: { ...now.person, preferences } },
        )
        noteTold(next?.person?.preferences ?? preferences)
      }
      done()
    },
    onError: async (error, { attempt }) => {
      showToast({ text: t('preferences.failed', { reason: errorText(t, error) }) })
      await attempt.then(
        ({ undo }) => undo(),
        // What could not even be shown took itself back.
        () => undefined,
      )
    },
  })
  // Shown before the request begins, in the same moment as whatever the screen itself changes.
  return (changes, { onSaved } = { onSaved: () => undefined }) =>
    mutate({ changes, attempt: tryPreferences(changes) }, { onSuccess: onSaved })
}

/** A choice on its way. */
interface Choice {
  readonly changes: PreferenceChanges
  readonly attempt: Promise<Attempt>
}
