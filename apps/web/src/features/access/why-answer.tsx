/** The answer: yes or no in a word, the rule that decides in a sentence, and the way to look as whoever it is about. */
import { explanationText, verdictOf } from '@haykal/contract/explanation-text'
import { useLocale } from '@haykal/messages/react'
import { Button } from '@haykal/ui/button/button.tsx'
import { Skeleton } from '@haykal/ui/skeleton/skeleton.tsx'
import { Tag } from '@haykal/ui/tag/tag.tsx'
import type { UseQueryResult } from '@tanstack/react-query'
import { errorCode, errorText } from '../problems/error-text.ts'
import { useViewAs } from '../viewing/use-viewing.ts'
import styles from './access.module.css'
import type { Answered } from './access-options.ts'

/** The answer. */
export function WhyAnswer({ answer }: { readonly answer: UseQueryResult<Answered> }) {
  const { t } = useLocale()
  const { data, error, isPaused } = answer
  if (error)
    return (
      <p role="alert" className={styles.fault}>
        {errorCode(error) === 'invalid' ? t('rights.gone') : errorText(t, error)}
      </p>
    )
  if (!data)
    return isPaused ? (
      <p className={styles.fault}>{t('list.offlineText')}</p>
    ) : (
      <div className={styles.answer} aria-busy="true">
        <Skeleton />
      </div>
    )
  return <Told {...data} />
}

const verdicts = {
  yes: { text: 'app.yes', tone: 'good' },
  no: { text: 'app.no', tone: 'bad' },
  some: { text: 'rights.onlySome', tone: 'info' },
  depends: { text: 'rights.depends', tone: 'warn' },
} as const

function Told({ question, reply }: Answered) {
  const { t, locale } = useLocale()
  const viewAs = useViewAs()
  const { explanation, person, closed } = reply
  const { text, tone } = verdicts[shownVerdict({ question, reply })]
  // Nobody signs in as the public, and so nobody looks as it.
  const target = person ? { person: person.id } : question.role === 'public' ? undefined : { role: explanation.role }
  return (
    <div className={styles.answer}>
      <div role="status" className={styles.told}>
        <Tag tone={tone}>{t(text)}</Tag>
        <p className={styles.reason}>
          {person?.isSuspended && `${t('rights.suspended', { name: person.name })} `}
          {closed !== undefined && `${t('rights.closed')} `}
          {explanationText({ t, locale }, explanation)}
        </p>
      </div>
      {target && (
        <Button icon="eye" disabled={viewAs.isPending} onClick={() => viewAs.mutate(target)}>
          {t('roster.viewAs')}
        </Button>
      )}
    </div>
  )
}

function shownVerdict({ question, reply: { explanation, person, closed } }: Answered): keyof typeof verdicts {
  if (person?.isSuspended || closed !== undefined) return 'no'
  const verdict = verdictOf(explanation)
  return verdict === 'yes' && explanation.code === 'some' && question.id === undefined ? 'some' : verdict
}
