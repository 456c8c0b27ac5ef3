/** The frame of the screens in front of the application: signing in and setting up. */
import type { ReactNode } from 'react'
import { PreferencesMenu } from '../preferences/preferences-menu.tsx'
import { Mark } from '../shell/mark.tsx'
import styles from './door.module.css'

/** The properties of the frame. */
export interface DoorProps {
  readonly title: string
  readonly text: string
  readonly children?: ReactNode
}

/** A small form in the middle of the screen. */
export function Door({ title, text, children }: DoorProps) {
  return (
    <div className={styles.door}>
      <div className={styles.corner}>
        <PreferencesMenu placement="belowEnd" />
      </div>
      <main className={styles.card}>
        <Mark large />
        <h1 className={styles.title}>{title}</h1>
        <p className={styles.text}>{text}</p>
        {children}
      </main>
    </div>
  )
}
