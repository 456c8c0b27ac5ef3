/** Stands for the name of a record that has none to be seen, so that what leads to it can be seen and read out. */
import { useLocale } from '@haykal/messages/react'
import styles from './record-grid.module.css'

/** The word for it. */
export function Untitled() {
  const { t } = useLocale()
  return <span className={styles.untitled}>{t('app.untitled')}</span>
}
