/** Language and theme, switched at once. */
import { themes } from '@haykal/contract'
import { type Language, languageCodes, languages } from '@haykal/messages'
import { useLocale } from '@haykal/messages/react'
import { IconButton } from '@haykal/ui/button/button.tsx'
import { Menu, type MenuProps, type MenuSection } from '@haykal/ui/menu/menu.tsx'
import { useBoot } from '../boot/use-boot.ts'
import { usePreferences, useSetPreference } from './use-preferences.ts'

/** The picture of each theme. */
export const themeIcons = { system: 'screen', light: 'sun', dark: 'moon' } as const
/** The text of each theme. */
export const themeTexts = { system: 'shell.themeSystem', light: 'shell.themeLight', dark: 'shell.themeDark' } as const

/** The languages that the project offers and that there are texts for. */
export function offeredLanguages(offered: readonly string[]): readonly Language[] {
  const known = languageCodes.filter((code) => offered.includes(code))
  return known.length > 0 ? known : languageCodes
}

/** The choices of language and theme, as parts of a menu. */
export function usePreferenceSections(): readonly MenuSection[] {
  const { t, language } = useLocale()
  const { theme } = usePreferences()
  const setPreference = useSetPreference()
  const offered = offeredLanguages(useBoot().project.languages)
  const languageSection: MenuSection = {
    key: 'language',
    title: t('shell.language'),
    items: offered.map((code) => ({
      key: code,
      text: <span lang={code}>{languages[code].name}</span>,
      icon: 'language',
      checked: code === language,
      onSelect: () => setPreference({ language: code }),
    })),
  }
  const themeSection: MenuSection = {
    key: 'theme',
    title: t('shell.theme'),
    items: themes.map((each) => ({
      key: each,
      text: t(themeTexts[each]),
      icon: themeIcons[each],
      checked: each === theme,
      onSelect: () => setPreference({ theme: each }),
    })),
  }
  return offered.length > 1 ? [languageSection, themeSection] : [themeSection]
}

/** A button that opens the choices, for screens without a sidebar. */
export function PreferencesMenu({ placement }: Pick<MenuProps, 'placement'>) {
  const { t } = useLocale()
  const label = `${t('shell.language')} · ${t('shell.theme')}`
  return (
    <Menu
      label={label}
      sections={usePreferenceSections()}
      {...(placement && { placement })}
      trigger={(trigger) => <IconButton {...trigger} icon="language" label={label} />}
    />
  )
}
