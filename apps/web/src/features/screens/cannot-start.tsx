/** What stands on the page when the server did not say who is asking: nothing else can be shown then. */
import { useLocale } from '@haykal/messages/react'
import { Blank } from '@haykal/ui/blank/blank.tsx'
import { Button } from '@haykal/ui/button/button.tsx'
import { errorText } from '../problems/error-text.ts'
import styles from './cannot-start.module.css'

/** The screen; `onRetry` asks again. */
export function CannotStart({ error, onRetry }: { readonly error: unknown; readonly onRetry: () => void }) {
  const { t } = useLocale()
  return (
    <main className={styles.page}>
      <Blank
        alert
        level={1}
        icon="offline"
        title={t('screen.startErrorTitle')}
        text={errorText(t, error)}
        actions={
          <Button variant="primary" onClick={onRetry}>
            {t('app.retry')}
          </Button>
        }
      />
    </main>
  )
}
