/** How a change of many records goes and how it went: how far it is, what failed, and which records were left as they are, and why. */
import type { KeptRecord } from '@haykal/contract'
import { useLocale } from '@haykal/messages/react'
import { labelIn, type Model } from '@haykal/model'
import { Link, recordPath } from 'haykal/web'
import { refusalText } from '../record/refusal-text.ts'
import styles from './many.module.css'
import type { ManyRun } from './use-many-run.ts'

/** The properties of the outcome. */
export interface ManyOutcomeProps {
  readonly model: Model
  readonly run: ManyRun
  /** How many are to be gone through, before the first step has told. */
  readonly expected: number
  /** What was done, in a sentence with the number. */
  readonly doneText: (count: number) => string
}

/** The outcome, while it comes about and after. */
export function ManyOutcome({ model, run, expected, doneText }: ManyOutcomeProps) {
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
          {isOver ? doneText(reply?.done ?? 0) : t('many.progressOf', { done: gone, total })}
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
        <Kept model={model} kept={progress?.kept ?? []} count={reply.keptCount} />
      )}
    </>
  )
}

interface KeptProps {
  readonly model: Model
  readonly kept: readonly KeptRecord[]
  readonly count: number
}

function Kept({ model, kept, count }: KeptProps) {
  const { t } = useLocale()
  return (
    <>
      <h3 className={styles.keptTitle}>{t('many.kept', { count })}</h3>
      <ul className={styles.kept}>
        {kept.map((each) => (
          <li key={each.record}>
            {each.reason === 'gone' ? (
              <bdi>{each.title || each.record}</bdi>
            ) : (
              <Link to={recordPath(each.model, each.record)}>
                <bdi>{each.title || each.record}</bdi>
              </Link>
            )}
            <Reason model={model} kept={each} />
          </li>
        ))}
        {count > kept.length && <li>{t('many.keptMore', { count: count - kept.length })}</li>}
      </ul>
    </>
  )
}

function Reason({ model, kept: { reason, fields, code } }: { readonly model: Model; readonly kept: KeptRecord }) {
  const { t, language, format } = useLocale()
  const names = fields.map((name) => labelIn(model.field(name)?.label ?? name, language))
  const why = reason === 'invalid' && code !== undefined ? t.problem({ code }) : t(`kept.${reason}`)
  return <span>{names.length > 0 ? `${format.list(names)}: ${why}` : why}</span>
}
