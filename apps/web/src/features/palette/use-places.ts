/** Everywhere that one may go: lists, pages of the project, and what belongs to the whole. */
import { useLocale } from '@haykal/messages/react'
import { useBoot } from '../boot/use-boot.ts'
import { rulesPath } from '../rules/rules-path.ts'
import { adoptionPath, viewDestinations } from '../shell/navigation.ts'
import { useNavigation } from '../shell/use-navigation.ts'
import { slowListsPath } from '../slow-lists/slow-lists-path.ts'
import type { PaletteEntry } from './palette-entry.ts'

/** The places, in the order of the sidebar. */
export function usePlaces(): readonly PaletteEntry[] {
  const { t } = useLocale()
  const boot = useBoot()
  const lists = useNavigation().flatMap(({ title, destinations }) =>
    destinations
      .filter(({ view }) => !view)
      .map(
        ({ key, text, icon, path }): PaletteEntry => ({ key, text, icon, href: path, ...(title && { detail: title }) }),
      ),
  )
  const views = viewDestinations(boot).map(
    ({ key, text, path, view }): PaletteEntry => ({ key, text, icon: 'list', href: `${path}?view=${view?.id}` }),
  )
  const preferences = {
    key: 'preferences',
    text: t('preferences.title'),
    icon: 'gear',
    href: '/-/settings/preferences',
  }
  const changes = { key: 'changes', text: t('shell.changes'), icon: 'clock', href: '/-/changes' }
  const retention = { key: 'retention', text: t('shell.retention'), icon: 'clock', href: '/-/settings/history' }
  const database = { key: 'database', text: t('shell.database'), icon: 'info', href: adoptionPath() }
  const rules = { key: 'rules', text: t('rules.title'), icon: 'shield', href: rulesPath() }
  const people = { key: 'people', text: t('people.title'), icon: 'people', href: '/-/settings/people' }
  const rights = { key: 'rights', text: t('shell.rights'), icon: 'shield', href: '/-/access' }
  const slowLists = { key: 'slow-lists', text: t('slowLists.title'), icon: 'bolt', href: slowListsPath }
  return [
    ...lists,
    ...views,
    ...(boot.models.some(({ hasHistory }) => hasHistory) ? [changes] : []),
    ...(boot.canCorrect ? [database, rules] : []),
    ...(boot.canManagePeople ? [people, rights, retention, slowLists] : []),
    preferences,
  ]
}
