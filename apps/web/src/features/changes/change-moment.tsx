/** When something was done: how long ago, and exactly on hover and focus. */
import { useLocale } from '@haykal/messages/react'
import { Link } from 'haykal/web'
import styles from './changes.module.css'

/** The properties of the moment. */
export interface ChangeMomentProps {
  /** An ISO text. */
  readonly at: string
  /** Where it leads; absent: nowhere, and whatever is around it shows the exact moment on focus. */
  readonly to?: string
}

/** The moment. */
export function ChangeMoment({ at, to }: ChangeMomentProps) {
  const { t, format } = useLocale()
  const text = format.relativeTime(at)
  if (to === undefined) {
    return (
      <time dateTime={at} className={styles.moment}>
        {text}
      </time>
    )
  }
  const exact = format.dateTime(at, exactly)
  return (
    <Link
      to={to}
      className={styles.moment}
      data-tooltip={exact}
      aria-label={t('changes.at', { ago: text, moment: exact })}
    >
      <time dateTime={at}>{text}</time>
    </Link>
  )
}

/** How exact moments are written. */
export const exactly = { dateStyle: 'full', timeStyle: 'medium' } as const
