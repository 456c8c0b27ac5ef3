/** Who one is here, with language, theme, the keys and the way out. */
import { useLocale } from '@haykal/messages/react'
import { Avatar } from '@haykal/ui/avatar/avatar.tsx'
import { Icon } from '@haykal/ui/icon/icon.tsx'
import { mediaQueryHook } from '@haykal/ui/media-query-hook.ts'
import { Menu } from '@haykal/ui/menu/menu.tsx'
import { useNavigate } from '@tanstack/react-router'
import { useBoot } from '../boot/use-boot.ts'
import { usePreferenceSections } from '../preferences/preferences-menu.tsx'
import { useSignOut } from '../session/use-sign-out.ts'
import { openLayer } from './layer-store.ts'
import styles from './sidebar.module.css'

/** A device that is only touched has no keys to list. */
const useHasKeys = mediaQueryHook('(any-pointer: fine)')

/** The person's line at the foot of the sidebar; opens the menu. `onGo` is called when it leads away from there. */
export function AccountMenu({ onGo }: { readonly onGo?: (() => void) | undefined }) {
  const { t } = useLocale()
  const { person, canManagePeople } = useBoot()
  const navigate = useNavigate()
  const hasKeys = useHasKeys()
  const preferences = usePreferenceSections()
  const signOut = useSignOut()
  if (!person) return null
  const label = t('shell.account', { name: person.name })
  const showKeys = () => {
    onGo?.()
    openLayer('keys')
  }
  const showPreferences = () => {
    onGo?.()
    void navigate({ to: '/-/settings/preferences' })
  }
  const showPeople = () => {
    onGo?.()
    void navigate({ to: '/-/settings/people' })
  }
  const showRights = () => {
    onGo?.()
    void navigate({ to: '/-/access' })
  }
  const people = { key: 'people', text: t('people.title'), icon: 'people', onSelect: showPeople }
  const rights = { key: 'rights', text: t('shell.rights'), icon: 'shield', onSelect: showRights }
  const all = { key: 'preferences', text: t('preferences.title'), icon: 'gear', onSelect: showPreferences }
  const keys = { key: 'keys', text: t('shell.keys'), icon: 'keyboard', onSelect: showKeys }
  const leave = { key: 'signOut', text: t('shell.signOut'), icon: 'signOut', onSelect: () => signOut.mutate() }
  return (
    <Menu
      label={label}
      placement="above"
      sections={[
        ...preferences,
        { key: 'leave', items: [...(canManagePeople ? [people, rights] : []), all, ...(hasKeys ? [keys] : []), leave] },
      ]}
      trigger={(trigger) => (
        <button type="button" {...trigger} className={styles.account} aria-label={label}>
          <Avatar name={person.name} />
          <bdi className={styles.person}>{person.name}</bdi>
          <Icon name="gear" />
        </button>
      )}
    />
  )
}
