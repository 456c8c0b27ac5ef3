/** The bar under a form: what is not saved yet, what is wrong, and the buttons. Stays in reach however long the form is. */
import { useLocale } from '@haykal/messages/react'
import { Button } from '@haykal/ui/button/button.tsx'
import { type ReactNode, type RefObject, useEffect, useRef } from 'react'
import { keyShortcut, keyText } from '../keys/key-text.ts'
import { useKeys } from '../keys/use-keys.ts'
import styles from './record.module.css'
import type { RecordForm } from './use-record-form.ts'

/** The properties of the bar. */
export interface FormBarProps {
  readonly form: RecordForm
  /** What went wrong with the last attempt, when no field is to blame. */
  readonly error: ReactNode
  readonly isBusy: boolean
  readonly save: string
  readonly discard: string
  readonly onDiscard: () => void
}

/** The bar. */
export function FormBar({ form: { changes, faults }, error, isBusy, save, discard, onDiscard }: FormBarProps) {
  const { t } = useLocale()
  const button = useRef<HTMLButtonElement>(null)
  useKeys({ save: () => button.current?.form?.requestSubmit() })
  const bar = useOverKeyboard()
  const state =
    faults > 0 ? t('record.problems', { count: faults }) : changes > 0 ? t('record.unsaved', { count: changes }) : ''
  return (
    <div ref={bar} className={styles.bar}>
      <p className={error || faults > 0 ? styles.barFault : styles.barState} role={error ? 'alert' : 'status'}>
        {error || state}
      </p>
      <div className={styles.barActs}>
        <Button variant="quiet" disabled={isBusy} onClick={onDiscard}>
          {discard}
        </Button>
        <Button
          ref={button}
          type="submit"
          variant="primary"
          disabled={isBusy}
          cap={keyText('save')}
          aria-keyshortcuts={keyShortcut('save')}
        >
          {save}
        </Button>
      </div>
    </div>
  )
}

/** Keeps an element above a soft keyboard that lies over the page instead of making it smaller. */
function useOverKeyboard(): RefObject<HTMLDivElement | null> {
  const element = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const visible = window.visualViewport
    if (!visible) return
    const place = () => {
      const covered = visible.scale === 1 ? window.innerHeight - visible.height - visible.offsetTop : 0
      element.current?.style.setProperty('--covered', `${Math.max(0, Math.round(covered))}px`)
    }
    visible.addEventListener('resize', place)
    visible.addEventListener('scroll', place)
    return () => {
      visible.removeEventListener('resize', place)
      visible.removeEventListener('scroll', place)
    }
  }, [])
  return element
}
