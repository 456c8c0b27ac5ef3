/** A strip over a screen that tells what holds for all of it. */
import type { ReactNode } from 'react'
import { classNames } from '../class-names.ts'
import { Icon } from '../icon/icon.tsx'
import styles from './banner.module.css'

/** The properties of a banner. */
export interface BannerProps {
  readonly icon: string
  /** Absent: quiet. */
  readonly tone?: 'warn' | 'bad'
  readonly children: ReactNode
  /** What can be done about it. */
  readonly action?: ReactNode
}

/** A banner. */
export function Banner({ icon, tone, children, action }: BannerProps) {
  return (
    <div className={classNames(styles.banner, tone && styles[tone])} role={tone ? 'alert' : 'note'}>
      <Icon name={icon} />
      <span className={styles.text}>{children}</span>
      {action && <span className={styles.acts}>{action}</span>}
    </div>
  )
}
