/** What stands in the place of changes that cannot be shown: refused, failed, or without a connection; and their shape while they are on their way. */
import { useLocale } from '@haykal/messages/react'
import { Blank } from '@haykal/ui/blank/blank.tsx'
import { Button } from '@haykal/ui/button/button.tsx'
import { Skeleton } from '@haykal/ui/skeleton/skeleton.tsx'
import { errorCode, errorText } from '../problems/error-text.ts'
import styles from './changes.module.css'

/** How far the answer is. */
export interface PendingAnswer {
  readonly error: Error | null
  readonly isPaused: boolean
  readonly refetch: () => unknown
}

/** The state of an answer that is not there. */
export function AnswerBlank({ answer: { error, isPaused, refetch } }: { readonly answer: PendingAnswer }) {
  const { t } = useLocale()
  if (error) {
    const code = errorCode(error)
    if (code === 'not_found' || code === 'not_allowed') {
      return <Blank icon="lock" title={t('changes.refusedTitle')} text={errorText(t, error)} />
    }
    return (
      <Blank
        alert
        icon={code === 'offline' ? 'offline' : 'alert'}
        title={t('changes.errorTitle')}
        text={errorText(t, error)}
        actions={
          <Button icon="refresh" onClick={() => void refetch()}>
            {t('app.retry')}
          </Button>
        }
      />
    )
  }
  if (isPaused) return <Blank icon="offline" title={t('list.offlineTitle')} text={t('list.offlineText')} />
  return (
    <div className={styles.entries} aria-busy="true">
      <span className="visually-hidden">{t('app.loading')}</span>
      {[70, 45, 60, 40, 55, 50].map((width) => (
        <div key={width} className={styles.entry}>
          <span className={styles.face} />
          <div className={styles.words}>
            <Skeleton width={`${width / 2}%`} />
            <p className={styles.facts}>
              <Skeleton width={`${width}%`} />
            </p>
          </div>
        </div>
      ))}
    </div>
  )
}
