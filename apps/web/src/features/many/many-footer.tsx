/** The buttons of a dialog about many records: to begin, to stop between two steps, to go on after a failure, to leave. */
import { useLocale } from '@haykal/messages/react'
import { Button } from '@haykal/ui/button/button.tsx'
import type { ReactNode } from 'react'
import type { ManyRun } from './use-many-run.ts'

/** The properties of the footer. */
export interface ManyFooterProps {
  readonly run: ManyRun
  /** The button that begins. */
  readonly submit: ReactNode
  readonly onClose: () => void
}

/** The footer. */
export function ManyFooter({ run: { state, isStopping, start, stop }, submit, onClose }: ManyFooterProps) {
  const { t } = useLocale()
  if (state === 'running') {
    return (
      <Button disabled={isStopping} onClick={stop}>
        {t('undo.stop')}
      </Button>
    )
  }
  if (state === 'done') return <Button onClick={onClose}>{t('app.close')}</Button>
  return (
    <>
      <Button onClick={onClose}>{state === 'ready' ? t('app.cancel') : t('app.close')}</Button>
      {state === 'ready' ? (
        submit
      ) : (
        <Button variant="primary" icon="refresh" onClick={start}>
          {t('many.goOn')}
        </Button>
      )}
    </>
  )
}
