/** A day or a moment with the Hijri date beside it, for who wants it, where there is room: on a record's page. */
import { useLocale } from '@haykal/messages/react'
import type { ReactNode } from 'react'
import styles from './cells.module.css'

/** The properties of the pair. */
export interface HijriBesideProps {
  /** A day (`2026-11-21`) or a moment (ISO). */
  readonly value: string
  /** The Gregorian date. */
  readonly children: ReactNode
}

/** The Gregorian date, a dot, the Hijri one; the Gregorian one alone for everybody else. */
export function HijriBeside({ value, children }: HijriBesideProps) {
  const hijri = useLocale().format.hijri(value)
  if (hijri === undefined) return children
  return (
    <span className={styles.dates}>
      <bdi>{children}</bdi>
      <bdi className={styles.quiet}>{hijri}</bdi>
    </span>
  )
}
