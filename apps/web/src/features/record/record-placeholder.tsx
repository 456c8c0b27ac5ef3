/** The shape of a record that is still on its way. */
import { useLocale } from '@haykal/messages/react'
import type { Model } from '@haykal/model'
import { classNames } from '@haykal/ui/class-names.ts'
import { Skeleton } from '@haykal/ui/skeleton/skeleton.tsx'
import styles from './record.module.css'
import { RecordHead } from './record-head.tsx'

/** The placeholder. */
export function RecordPlaceholder({ model }: { readonly model: Model }) {
  const { t } = useLocale()
  return (
    <div className={styles.screen} aria-busy="true">
      <span className="visually-hidden">{t('app.loading')}</span>
      <RecordHead model={model} />
      <div className={classNames(styles.body, styles.arriving)}>
        <div className={classNames(styles.heading, styles.title)}>
          <Skeleton width="220px" />
        </div>
        <div className={styles.placeholders} aria-hidden="true">
          {model.fields.slice(0, 10).map((field, index) => (
            <div key={field.name} className={styles.field}>
              <Skeleton width="90px" />
              <Skeleton width={`${120 + ((index * 67) % 140)}px`} />
            </div>
          ))}
        </div>
      </div>
    </div>
  )
}
