/** The column that leads everywhere: the search over all, favourites, lists by group, and who one is. */
import { useLocale } from '@haykal/messages/react'
import { labelIn } from '@haykal/model'
import { classNames } from '@haykal/ui/class-names.ts'
import { Icon } from '@haykal/ui/icon/icon.tsx'
import { KeyCap } from '@haykal/ui/key-cap/key-cap.tsx'
import { useBoot } from '../boot/use-boot.ts'
import { keyShortcut, keyText } from '../keys/key-text.ts'
import { AccountMenu } from './account-menu.tsx'
import { DestinationLink } from './destination-link.tsx'
import { openLayer } from './layer-store.ts'
import { preloadPalette } from './layers.tsx'
import { Mark } from './mark.tsx'
import { adoptionPath, type Destination, type DestinationGroup } from './navigation.ts'
import styles from './sidebar.module.css'
import { useCurrentInSight } from './use-current-in-sight.ts'
import { type Favourites, useFavourites } from './use-favourites.ts'
import { useNavigation } from './use-navigation.ts'

/** The properties of the column. */
export interface SidebarProps {
  /** Called when one has chosen. */
  readonly onGo?: () => void
}

/** The content of the sidebar, and of the drawer that stands for it on a phone. */
export function Sidebar({ onGo }: SidebarProps) {
  const { t, language } = useLocale()
  const { project, canCorrect, models } = useBoot()
  const groups = useNavigation()
  const favourites = useFavourites()
  const nav = useCurrentInSight()

  return (
    <div className={styles.side}>
      <div className={styles.brand}>
        <Mark />
        <bdi className={styles.project}>{labelIn(project.name, language)}</bdi>
      </div>
      <button
        type="button"
        className={styles.find}
        aria-haspopup="dialog"
        aria-keyshortcuts={keyShortcut('palette')}
        onPointerEnter={preloadPalette}
        onFocus={preloadPalette}
        onClick={() => {
          onGo?.()
          openLayer('palette')
        }}
      >
        <Icon name="search" />
        <span className={styles.long}>{t('shell.search')}</span>
        <span className={styles.short}>{t('shell.searchShort')}</span>
        <KeyCap>{keyText('palette')}</KeyCap>
      </button>
      <nav ref={nav} className={styles.nav} aria-label={t('shell.navigation')}>
        {models.some(({ hasHistory }) => hasHistory) && (
          <DestinationLink
            destination={{ key: 'changes', path: '/-/changes', text: t('shell.changes'), icon: 'clock' }}
            className={styles.link}
            onClick={onGo}
          />
        )}
        {groups.map((group) => (
          <Group key={group.key} group={group} favourites={favourites} onGo={onGo} />
        ))}
      </nav>
      <div className={styles.foot}>
        {canCorrect && (
          <DestinationLink
            destination={{ key: 'adoption', path: adoptionPath(), text: t('shell.database'), icon: 'info' }}
            className={styles.link}
            onClick={onGo}
          />
        )}
        <AccountMenu onGo={onGo} />
      </div>
    </div>
  )
}

interface GroupProps {
  readonly group: DestinationGroup
  readonly favourites: Favourites
  readonly onGo: (() => void) | undefined
}

function Group({ group, favourites, onGo }: GroupProps) {
  return (
    <section>
      {group.title && <h2 className={styles.heading}>{group.title}</h2>}
      <ul>
        {group.destinations.map((destination) => (
          <li key={destination.key} className={styles.line}>
            <DestinationLink destination={destination} className={styles.link} onClick={onGo} />
            <Star destination={destination} favourites={favourites} />
          </li>
        ))}
      </ul>
    </section>
  )
}

interface StarProps {
  readonly destination: Destination
  readonly favourites: Favourites
}

/** Marks a list or a view as a favourite; shown where one points or where the focus is. Pages have none. */
function Star({ destination: { text, model, view }, favourites }: StarProps) {
  const name = view?.favourite ?? model
  if (name === undefined) return null
  const label = favourites.textOf(name, text)
  return (
    <button
      type="button"
      className={classNames(styles.star, favourites.isFavourite(name) && styles.marked)}
      aria-label={label}
      title={label}
      onClick={() => favourites.toggle(name)}
    >
      <Icon name="star" />
    </button>
  )
}
