/** What stands around a project's public page for people who are not signed in. */

import { useLocale } from '@haykal/messages/react'
import { labelIn } from '@haykal/model'
import { buttonClass } from '@haykal/ui/button/button.tsx'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useBoot } from '../boot/use-boot.ts'
import { PreferencesMenu } from '../preferences/preferences-menu.tsx'
import { Mark } from './mark.tsx'
import { OfflineBanner } from './offline-banner.tsx'
import styles from './public-frame.module.css'
import { TroubleBanner } from './trouble-banner.tsx'

/** The frame. */
export function PublicFrame({ children }: { readonly children: ReactNode }) {
  const { t, language } = useLocale()
  return (
    <div className={styles.frame}>
      <header className={styles.head}>
        <Mark />
        <bdi className={styles.project}>{labelIn(useBoot().project.name, language)}</bdi>
        <PreferencesMenu placement="belowEnd" />
        <Link to="/-/sign-in" className={buttonClass()}>
          {t('shell.signIn')}
        </Link>
      </header>
      <OfflineBanner />
      <TroubleBanner />
      <main className={styles.main}>{children}</main>
    </div>
  )
}
