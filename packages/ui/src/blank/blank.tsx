/** What stands where nothing can be shown: why, and what to do. Empty, no match, refused, failed, offline. */
import type { ReactNode } from 'react'
import { Icon } from '../icon/icon.tsx'
import styles from './blank.module.css'

/** The properties of a blank. */
export interface BlankProps {
  readonly icon: string
  readonly title: ReactNode
  readonly text?: ReactNode
  /** Buttons or links: what can be done about it. */
  readonly actions?: ReactNode
  /** Something failed: announced at once. */
  readonly alert?: boolean
  /** The level of the title among the headings of the screen; absent: 2. */
  readonly level?: 1 | 2
}

/** A state without content. */
export function Blank({ icon, title, text, actions, alert = false, level = 2 }: BlankProps) {
  const Heading = level === 1 ? 'h1' : 'h2'
  return (
    <div className={styles.blank} role={alert ? 'alert' : undefined}>
      <Icon name={icon} className={styles.icon} />
      <Heading className={styles.title}>{title}</Heading>
      {text && <p className={styles.text}>{text}</p>}
      {actions && <div className={styles.actions}>{actions}</div>}
    </div>
  )
}
