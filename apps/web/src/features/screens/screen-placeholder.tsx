/** The shape of a screen whose code is still on its way. */
import { useLocale } from '@haykal/messages/react'
import { Skeleton } from '@haykal/ui/skeleton/skeleton.tsx'
import styles from './screen-placeholder.module.css'

/** The placeholder. */
export function ScreenPlaceholder() {
  const { t } = useLocale()
  return (
    <div className={styles.placeholder} aria-busy="true">
      <span className="visually-hidden">{t('app.loading')}</span>
      <Skeleton width="120px" />
      <Skeleton width="40%" />
      <Skeleton width="55%" />
      <Skeleton width="35%" />
    </div>
  )
}
