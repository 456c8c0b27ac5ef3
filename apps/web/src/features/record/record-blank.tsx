/** What stands in the place of a record that cannot be shown: why, and what to do about it. */
import { useLocale } from '@haykal/messages/react'
import { labelIn, type Model } from '@haykal/model'
import { Blank } from '@haykal/ui/blank/blank.tsx'
import { Button, buttonClass } from '@haykal/ui/button/button.tsx'
import { Link } from 'haykal/web'
import { errorCode, errorText } from '../problems/error-text.ts'
import { isUnavailable } from '../problems/trouble-text.ts'
import { listPath } from '../shell/navigation.ts'
import styles from './record.module.css'
import { RecordHead } from './record-head.tsx'
import { useRecordPlace } from './record-place.ts'

/** The properties of the blank. */
export interface RecordBlankProps {
  readonly model: Model
  readonly error: Error
  readonly onRetry: () => void
}

/** The blank, under the head of the record. */
export function RecordBlank(properties: RecordBlankProps) {
  return (
    <div className={styles.screen}>
      <RecordHead model={properties.model} />
      <Reason {...properties} />
    </div>
  )
}

function Reason({ model, error, onRetry }: RecordBlankProps) {
  const { t, language } = useLocale()
  const code = errorCode(error)
  const level = useRecordPlace()?.isPeek ? 2 : 1
  if (code === 'not_found' || code === 'not_allowed') {
    return (
      <Blank
        level={level}
        icon={model.icon}
        title={t('record.notFoundTitle')}
        text={t('record.notFoundText')}
        actions={
          <Link to={listPath(model.name)} className={buttonClass()}>
            <bdi>{labelIn(model.plural, language)}</bdi>
          </Link>
        }
      />
    )
  }
  const retry = (
    <Button icon="refresh" onClick={onRetry}>
      {t('app.retry')}
    </Button>
  )
  if (isUnavailable(error)) {
    // Why, stands over every screen.
    return <Blank level={level} icon="alert" title={t('trouble.title')} text={t('trouble.here')} actions={retry} />
  }
  const isOffline = code === 'offline'
  return (
    <Blank
      alert
      level={level}
      icon={isOffline ? 'offline' : 'alert'}
      title={isOffline ? t('list.offlineTitle') : t('record.errorTitle')}
      text={errorText(t, error)}
      actions={retry}
    />
  )
}
