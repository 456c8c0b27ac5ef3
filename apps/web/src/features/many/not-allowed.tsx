/** How many of the chosen records stay as they are, since this person may not change them so. */
import type { ManyCount } from '@haykal/contract'
import { useLocale } from '@haykal/messages/react'
import styles from './many.module.css'

/** One sentence; nothing where all may be changed. */
export function NotAllowed({ counted: { found, allowed } }: { readonly counted: ManyCount }) {
  const { t } = useLocale()
  if (found === allowed) return null
  const text = allowed === 0 ? t('many.noneAllowed') : t('many.notAllowed', { count: found - allowed })
  return <p className={styles.note}>{text}</p>
}
