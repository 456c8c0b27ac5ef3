/** What stays while one works: the sidebar (on a phone the bar and its drawer), and the place of the screens. */
import { useLocale } from '@haykal/messages/react'
import { lazy, type ReactNode, Suspense, useEffect, useRef, useState } from 'react'
import { useBoot } from '../boot/use-boot.ts'
import { allowSingleKeys } from '../keys/use-keys.ts'
import { usePreferences } from '../preferences/use-preferences.ts'
import { useIsPhone } from '../records/use-is-phone.ts'
import { UndoHost } from '../undo/undo-host.tsx'
import { Announcer } from './announcer.tsx'
import { Drawer } from './drawer.tsx'
import { Layers } from './layers.tsx'
import { OfflineBanner } from './offline-banner.tsx'
import styles from './shell.module.css'
import { Sidebar } from './sidebar.tsx'
import { TabBar } from './tab-bar.tsx'
import { TroubleBanner } from './trouble-banner.tsx'
import { useFocusAfterMove } from './use-focus-after-move.ts'

/** Its code comes only when an owner looks as somebody else. */
const ViewingBar = lazy(async () => ({ default: (await import('../viewing/viewing-bar.tsx')).ViewingBar }))

/** The shell around a screen. */
export function Shell({ children }: { readonly children: ReactNode }) {
  const { t } = useLocale()
  const boot = useBoot()
  const isPhone = useIsPhone()
  const [isMenuOpen, setMenuOpen] = useState(false)
  const main = useRef<HTMLElement>(null)
  useFocusAfterMove(main)
  const { keys } = usePreferences()
  useEffect(() => allowSingleKeys(keys), [keys])
  return (
    <div className={styles.shell}>
      <a className={styles.skip} href="#content">
        {t('app.skip')}
      </a>
      {!isPhone && (
        <header className={styles.side}>
          <Sidebar />
        </header>
      )}
      <main ref={main} id="content" tabIndex={-1} className={styles.main}>
        <OfflineBanner />
        <TroubleBanner />
        <Suspense>{boot.viewing && <ViewingBar viewing={boot.viewing} />}</Suspense>
        {children}
      </main>
      <TabBar onMenu={() => setMenuOpen(true)} />
      <Announcer />
      <Layers />
      <UndoHost />
      {isMenuOpen && <Drawer onClose={() => setMenuOpen(false)} />}
    </div>
  )
}
