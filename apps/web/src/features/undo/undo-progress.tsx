/** How far a long undo is, with a way to stop it. */
import type { ManyReply } from '@haykal/contract'
import { useLocale } from '@haykal/messages/react'
import { Button } from '@haykal/ui/button/button.tsx'
import { Dialog } from '@haykal/ui/dialog/dialog.tsx'
import { useState } from 'react'
import styles from './undo-dialog.module.css'

/** The properties of the bar. */
export interface UndoProgressProps {
  /** Of the last step. */
  readonly reply: ManyReply
  readonly onStop: () => void
}

/** The bar. */
export function UndoProgress({ reply: { done, keptCount, total }, onStop }: UndoProgressProps) {
  const { t, format } = useLocale()
  const [isStopping, setStopping] = useState(false)
  const stop = () => {
    setStopping(true)
    onStop()
  }
  const title = t('undo.working')
  return (
    <Dialog
      alert
      title={title}
      onClose={stop}
      footer={
        <Button disabled={isStopping} onClick={stop}>
          {t('undo.stop')}
        </Button>
      }
    >
      <p className={styles.text}>{t('undo.stopText')}</p>
      {/* How many there are is not told where that would tell of what one may not see. */}
      <progress
        className={styles.progress}
        aria-label={title}
        max={Math.max(1, total)}
        value={total > 0 ? done + keptCount : undefined}
      />
      <p className={styles.figures} role="status">
        {total > 0 ? t('undo.progress', { done: done + keptCount, total }) : format.number(done + keptCount)}
      </p>
    </Dialog>
  )
}
