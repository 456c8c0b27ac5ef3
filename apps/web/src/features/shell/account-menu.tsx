/** Who one is here, with language, theme and the way out. */
import { useLocale } from '@haykal/messages/react'
import { Avatar } from '@haykal/ui/avatar/avatar.tsx'
import { Icon } from '@haykal/ui/icon/icon.tsx'
import { Menu } from '@haykal/ui/menu/menu.tsx'
import { useBoot } from '../boot/use-boot.ts'
import { usePreferenceSections } from '../preferences/preferences-menu.tsx'
import { useSignOut } from '../session/sign-in.ts'
import styles from './sidebar.module.css'

/** The person's line at the foot of the sidebar; opens the menu. */
export function AccountMenu() {
  const { t } = useLocale()
  const { person } = useBoot()
  const preferences = usePreferenceSections()
  const signOut = useSignOut()
  if (!person) return null
  const label = t('shell.account', { name: person.name })
  const leave = {
    key: 'leave',
    items: [{ key: 'signOut', text: t('shell.signOut'), icon: 'signOut', onSelect: () => signOut.mutate() }],
  }
  return (
    <Menu
      label={label}
      placement="above"
      sections={[...preferences, leave]}
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
