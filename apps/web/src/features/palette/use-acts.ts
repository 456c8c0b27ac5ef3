/** What can be done from anywhere: a new record, another look, the keys, signing out. */
import { themes } from '@haykal/contract'
import { languages } from '@haykal/messages'
import { useLocale } from '@haykal/messages/react'
import { labelIn, type Model } from '@haykal/model'
import { useBoot, useModels } from '../boot/use-boot.ts'
import { keysOfScreen } from '../keys/use-keys.ts'
import { offeredLanguages, themeIcons, themeTexts } from '../preferences/preferences-menu.tsx'
import { usePreferences, useSetPreference } from '../preferences/use-preferences.ts'
import { inSentence } from '../records/list-head.tsx'
import { useSignOut } from '../session/use-sign-out.ts'
import { openLayer } from '../shell/layer-store.ts'
import { listPath } from '../shell/navigation.ts'
import { useFavourites } from '../shell/use-favourites.ts'
import type { PaletteEntry } from './palette-entry.ts'

/** The acts; those that are at hand on the screen of `here` come first. */
export function useActs(here: Model | undefined): readonly PaletteEntry[] {
  const { t } = useLocale()
  const create = useCreateActs(here)
  const favourite = useFavouriteAct(here)
  const look = useLookActs()
  const signOut = useSignOut()
  return [
    ...create,
    ...favourite,
    { key: 'keys', text: t('shell.keys'), icon: 'keyboard', keyName: 'help', act: () => openLayer('keys') },
    ...look,
    { key: 'signOut', text: t('shell.signOut'), icon: 'signOut', act: () => signOut.mutate() },
  ]
}

function useCreateActs(here: Model | undefined): readonly PaletteEntry[] {
  const { t, language } = useLocale()
  const { models } = useBoot()
  const canCreate = new Set(
    models.filter(({ can, closed }) => can.create && closed === undefined).map(({ name }) => name),
  )
  const all = useModels().all.filter(({ name, definition }) => canCreate.has(name) && !definition.hidden)
  const sorted = [...all.filter(({ name }) => name === here?.name), ...all.filter(({ name }) => name !== here?.name)]
  return sorted.map((model) => ({
    key: `new ${model.name}`,
    text: t('list.new', { model: inSentence(labelIn(model.label, language)) }),
    icon: 'plus',
    href: `${listPath(model.name)}/-/new`,
    ...(model.name === here?.name && keysOfScreen().includes('create') && { keyName: 'create' }),
  }))
}

function useFavouriteAct(here: Model | undefined): readonly PaletteEntry[] {
  const { language } = useLocale()
  const { textOf, toggle } = useFavourites()
  if (!here) return []
  const text = textOf(here.name, inSentence(labelIn(here.plural, language)))
  return [{ key: 'favourite', text, icon: 'star', act: () => toggle(here.name) }]
}

function useLookActs(): readonly PaletteEntry[] {
  const { t, language } = useLocale()
  const { theme } = usePreferences()
  const setPreference = useSetPreference()
  const offered = offeredLanguages(useBoot().project.languages)
  return [
    ...themes
      .filter((each) => each !== theme)
      .map((each) => ({
        key: `theme ${each}`,
        text: t(themeTexts[each]),
        icon: themeIcons[each],
        detail: t('shell.theme'),
        act: () => setPreference({ theme: each }),
      })),
    ...offered
      .filter((code) => code !== language)
      .map((code) => ({
        key: `language ${code}`,
        text: languages[code].name,
        icon: 'language',
        detail: t('shell.language'),
        act: () => setPreference({ language: code }),
      })),
  ]
}
