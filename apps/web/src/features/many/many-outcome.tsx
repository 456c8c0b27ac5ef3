/** How a change of many records goes and how it went: how far it is, what failed, and which records were left as they are, and why. */
import { useLocale } from '@haykal/messages/react'
import { refusalText } from '../record/refusal-text.ts'
import { KeptRecords } from '../undo/kept-records.tsx'
import styles from './many.module.css'
import type { ManyRun } from './use-many-run.ts'

/** The properties of the outcome. */
export interface ManyOutcomeProps {
  readonly run: ManyRun
  /** How many are to be gone through, before the first step has told. */
  readonly expected: number
  /** What was done, in a sentence with the number. */
  readonly doneText: (count: number) => string
}

/** The outcome, while it comes about and after. */
export function ManyOutcome({ run, expected, doneText }: ManyOutcomeProps) {
  const { t, locale } = useLocale()
  const { state, progress, error, isStopping } = run
  const reply = progress?.reply
  const gone = (reply?.done ?? 0) + (reply?.keptCount ?? 0)
  const total = Math.max(reply?.total ?? expected, gone)
  const isOver = state === 'done' || state === 'stopped'
  return (
    <>
      <div className={styles.progress}>
        {!isOver && <progress value={gone} max={Math.max(1, total)} aria-label={t('many.progress')} />}
        <p role="status">
          {isOver ? doneText(reply?.done ?? 0) : t('undo.progress', { done: gone, total })}
          {state === 'running' && isStopping && ` ${t('many.stopping')}`}
          {state === 'stopped' && ` ${t('many.stopped', { count: total - gone })}`}
        </p>
      </div>
      {state === 'failed' && (
        <p className={styles.failure} role="alert">
          {refusalText({ t, locale }, error)} {gone > 0 && t('many.failedHalf')}
        </p>
      )}
      {reply !== undefined && reply.keptCount > 0 && state !== 'running' && (
        <KeptRecords kept={progress?.kept ?? []} count={reply.keptCount} />
      )}
    </>
  )
}
