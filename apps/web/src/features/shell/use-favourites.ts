/** The lists and views that a person marked with a star: first in the sidebar, on every device of theirs. */
import { useLocale } from '@haykal/messages/react'
import { usePreferences, useSetPreference } from '../preferences/use-preferences.ts'

/** The marked lists, and how one is marked. */
export interface Favourites {
  /** Names of models, and what stands for views, in the order in which they were marked. */
  readonly names: readonly string[]
  isFavourite(name: string): boolean
  /** What `toggle` would do, in the person's language; `models`: what the list is called. */
  textOf(name: string, models: string): string
  /** Marks a list, or takes its mark away. */
  toggle(name: string): void
}

/** The favourites of whoever is signed in. */
export function useFavourites(): Favourites {
  const { favourites: names } = usePreferences()
  const setPreference = useSetPreference()
  const { t } = useLocale()
  return {
    names,
    isFavourite: (name) => names.includes(name),
    textOf: (name, models) => t(names.includes(name) ? 'shell.removeFavourite' : 'shell.addFavourite', { models }),
    toggle: (name) =>
      setPreference({
        favourites: names.includes(name) ? names.filter((each) => each !== name) : [...names, name],
      }),
  }
}
