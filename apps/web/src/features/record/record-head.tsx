/** The head of a record: on its page the way back to the list, beside the list the ways to its page and out; and what can be done. */
import { useLocale } from '@haykal/messages/react'
import { labelIn, type Model } from '@haykal/model'
import { buttonClass, IconButton } from '@haykal/ui/button/button.tsx'
import { Icon } from '@haykal/ui/icon/icon.tsx'
import { Link, recordPath } from 'haykal/web'
import type { ReactNode } from 'react'
import { listPath } from '../shell/navigation.ts'
import styles from './record.module.css'
import { useRecordPlace } from './record-place.ts'

/** The properties of the head. */
export interface RecordHeadProps {
  readonly model: Model
  /** The id of the record; absent: it is still to be made. */
  readonly id?: string
  /** The button for what is done most. */
  readonly act?: ReactNode
  /** The menu with everything else. */
  readonly menu?: ReactNode
}

/** The head. */
export function RecordHead({ model, id, act, menu }: RecordHeadProps) {
  const { t, language } = useLocale()
  const place = useRecordPlace()
  if (!place?.isPeek) {
    return (
      <header className={styles.head}>
        <Link to={listPath(model.name)} className={styles.back}>
          <Icon name="back" />
          <bdi>{labelIn(model.plural, language)}</bdi>
        </Link>
        <span className={styles.grow} />
        {act}
        {menu}
      </header>
    )
  }
  return (
    <header className={styles.head}>
      <Icon name={model.icon} className={styles.kind} />
      <bdi className={styles.kind}>{labelIn(model.label, language)}</bdi>
      <span className={styles.grow} />
      {act}
      {id !== undefined && (
        <Link
          to={recordPath(model.name, id)}
          className={buttonClass({ variant: 'quiet', iconOnly: true })}
          aria-label={t('record.expand')}
          title={t('record.expand')}
        >
          <Icon name="expand" />
        </Link>
      )}
      {menu}
      <IconButton icon="close" label={t('record.close')} aria-keyshortcuts="Escape" onClick={place.leave} />
    </header>
  )
}
