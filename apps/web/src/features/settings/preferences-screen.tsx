/** `/-/settings/preferences`: how one person wants the application to speak, write and look. What is chosen is there at once and kept by itself. */
import { useLocale } from '@haykal/messages/react'
import { useLayoutEffect, useRef, useState } from 'react'
import { useTitle } from '../boot/use-title.ts'
import { type PreferenceSetter, useSetPreference } from '../preferences/use-preferences.ts'
import { announce } from '../shell/announcer.tsx'
import { LookSection } from './look-section.tsx'
import styles from './settings.module.css'
import { TimesSection } from './times-section.tsx'
import { WordsSection } from './words-section.tsx'

/** The screen. */
export function PreferencesScreen() {
  const { t } = useLocale()
  useTitle(t('preferences.title'))
  const setPreference = useSetPreference()
  const [isSaved, setSaved] = useState(false)
  // What was chosen may be the language in which it is told.
  const latest = useRef(t)
  useLayoutEffect(() => {
    latest.current = t
  })
  const set: PreferenceSetter = (changes) => {
    setSaved(false)
    setPreference(changes, {
      onSaved: () => {
        setSaved(true)
        announce(latest.current('settings.saved'))
      },
    })
  }
  return (
    <div className={styles.screen}>
      <header className={styles.head}>
        <h1 className={styles.title}>{t('preferences.title')}</h1>
        <p className={styles.text}>{t('settings.text')}</p>
        {/* Read out by the announcer, which waits until the reader has finished with the control. */}
        <p className={styles.saved} data-shown={isSaved} aria-hidden="true">
          {t('settings.saved')}
        </p>
      </header>
      <WordsSection set={set} />
      <TimesSection set={set} />
      <LookSection set={set} />
    </div>
  )
}
