/** The lists that a person marked with a star: first in the sidebar, on every device of theirs. */
import { useLocale } from '@haykal/messages/react'
import { usePreferences, useSetPreference } from '../preferences/use-preferences.ts'

/** The marked lists, and how one is marked. */
export interface Favourites {
  /** Names of models, in the order in which they were marked. */
  readonly names: readonly string[]
  isFavourite(model: string): boolean
  /** What `toggle` would do, in the person's language; `models`: what the list is called. */
  textOf(model: string, models: string): string
  /** Marks a list, or takes its mark away. */
  toggle(model: string): void
}

/** The favourites of whoever is signed in. */
export function useFavourites(): Favourites {
  const { favourites: names } = usePreferences()
  const setPreference = useSetPreference()
  const { t } = useLocale()
  return {
    names,
    isFavourite: (model) => names.includes(model),
    textOf: (model, models) => t(names.includes(model) ? 'shell.removeFavourite' : 'shell.addFavourite', { models }),
    toggle: (model) =>
      setPreference({
        favourites: names.includes(model) ? names.filter((name) => name !== model) : [...names, model],
      }),
  }
}
