/** On a phone, the first few lists and the search within reach of the thumb, and everything else behind one button. */
import { useLocale } from '@haykal/messages/react'
import { Icon } from '@haykal/ui/icon/icon.tsx'
import { useLocation } from '@tanstack/react-router'
import { DestinationLink, isAt } from './destination-link.tsx'
import { openLayer } from './layer-store.ts'
import type { Destination } from './navigation.ts'
import styles from './tab-bar.module.css'
import { useNavigation } from './use-navigation.ts'

const shownAtOnce = 3

/** The bar. */
export function TabBar({ onMenu }: { readonly onMenu: () => void }) {
  const { t } = useLocale()
  const path = useLocation({ select: ({ pathname }) => pathname })
  const all = useNavigation().flatMap((group) => group.destinations)
  return (
    <nav className={styles.bar} aria-label={t('shell.navigation')}>
      {tabsAt(all, path).map((destination) => (
        <DestinationLink key={destination.key} destination={destination} className={styles.tab} />
      ))}
      <button type="button" className={styles.tab} onClick={() => openLayer('palette')} aria-haspopup="dialog">
        <Icon name="search" />
        <span>{t('shell.searchShort')}</span>
      </button>
      <button type="button" className={styles.tab} onClick={onMenu} aria-haspopup="dialog">
        <Icon name="menu" />
        <span>{t('shell.menu')}</span>
      </button>
    </nav>
  )
}

/** The first destinations; the one where the person is takes the last place if it is not among them. */
export function tabsAt(all: readonly Destination[], path: string): readonly Destination[] {
  const first = all.slice(0, shownAtOnce)
  const here = all.find((destination) => isAt(path, destination.path))
  if (!here || first.includes(here)) return first
  return [...first.slice(0, shownAtOnce - 1), here]
}
