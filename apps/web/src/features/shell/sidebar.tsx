/** The column of everything that one may go to, with a field that narrows it down. */

import { useLocale } from '@haykal/messages/react'
import { labelIn } from '@haykal/model'
import { Icon } from '@haykal/ui/icon/icon.tsx'
import { useNavigate } from '@tanstack/react-router'
import { type KeyboardEvent, useState } from 'react'
import { useBoot } from '../boot/use-boot.ts'
import { AccountMenu } from './account-menu.tsx'
import { DestinationLink } from './destination-link.tsx'
import { Mark } from './mark.tsx'
import { adoptionPath, findDestinations, navigationOf } from './navigation.ts'
import styles from './sidebar.module.css'

/** The groups of destinations in the person's language. */
export function useNavigation() {
  const { t, language } = useLocale()
  return navigationOf(useBoot(), language, { records: t('shell.records'), pages: t('shell.pages') })
}

/** The content of the sidebar, and of the drawer that stands for it on a phone. `onGo` is called when one has chosen. */
export function Sidebar({ onGo }: { readonly onGo?: () => void }) {
  const { t, language } = useLocale()
  const navigate = useNavigate()
  const { project, canCorrect } = useBoot()
  const groups = useNavigation()
  const [text, setText] = useState('')
  const found = findDestinations(groups, text)

  const onKeyDown = (event: KeyboardEvent) => {
    const first = found[0]?.destinations[0]
    if (event.key === 'Escape' && text !== '') {
      event.preventDefault()
      setText('')
    } else if (event.key === 'Enter' && first) {
      setText('')
      onGo?.()
      void navigate({ href: first.path })
    }
  }

  return (
    <div className={styles.side}>
      <div className={styles.brand}>
        <Mark />
        <bdi className={styles.project}>{labelIn(project.name, language)}</bdi>
      </div>
      <label className={styles.find}>
        <Icon name="search" />
        <span className="visually-hidden">{t('shell.findModel')}</span>
        <input
          type="search"
          value={text}
          placeholder={t('shell.findModel')}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={onKeyDown}
        />
      </label>
      <nav className={styles.nav} aria-label={t('shell.navigation')}>
        {found.map((group) => (
          <section key={group.key}>
            {group.title && <h2 className={styles.heading}>{group.title}</h2>}
            <ul>
              {group.destinations.map((destination) => (
                <li key={destination.key}>
                  <DestinationLink destination={destination} className={styles.link} onClick={onGo} />
                </li>
              ))}
            </ul>
          </section>
        ))}
        {found.length === 0 && text !== '' && <p className={styles.none}>{t('shell.noModel', { text })}</p>}
      </nav>
      <div className={styles.foot}>
        {canCorrect && (
          <DestinationLink
            destination={{ key: 'adoption', path: adoptionPath(), text: t('shell.database'), icon: 'info' }}
            className={styles.link}
            onClick={onGo}
          />
        )}
        <AccountMenu />
      </div>
    </div>
  )
}
