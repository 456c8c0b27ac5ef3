/** A part of the settings: its heading beside its controls, or above them where there is no room. */
import { type ReactNode, useId } from 'react'
import styles from './settings.module.css'

/** The properties of a section. */
export interface SettingsSectionProps {
  readonly title: string
  readonly children: ReactNode
}

/** The section. */
export function SettingsSection({ title, children }: SettingsSectionProps) {
  const id = useId()
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h2 id={id} className={styles.heading}>
        {title}
      </h2>
      <div className={styles.controls}>{children}</div>
    </section>
  )
}
