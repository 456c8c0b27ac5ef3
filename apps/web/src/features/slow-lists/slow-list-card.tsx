/** One slow list: what it asks, what the database does for it, and the step that would help. */
import type { SlowList } from '@haykal/contract'
import { useLocale } from '@haykal/messages/react'
import { labelIn, type Model } from '@haykal/model'
import { Icon } from '@haykal/ui/icon/icon.tsx'
import { IndexStepBox } from './index-step-box.tsx'
import { askedText, planTexts, timesText } from './slow-list-text.ts'
import styles from './slow-lists.module.css'

/** The properties of a card. */
export interface SlowListCardProps {
  readonly list: SlowList
  readonly model: Model
}

/** The card. */
export function SlowListCard({ list, model }: SlowListCardProps) {
  const locale = useLocale()
  const { t, language, format } = locale
  const asked = askedText(locale, list)
  const { steps, views, otherViews, plan } = list
  const isDone = steps.length === 0 && list.sorted === 'index' && list.tests.every(({ how }) => how === 'index')
  return (
    <li className={styles.card}>
      <div className={styles.cardHead}>
        <h2 className={styles.heading}>
          <bdi>{labelIn(model.plural, language)}</bdi>
          {asked !== '' && <span className={styles.asked}>{asked}</span>}
        </h2>
        <p className={styles.times}>
          {timesText(locale, list)}
          {list.times > 0 && (
            <>
              {' · '}
              <time dateTime={list.at}>{format.relativeTime(list.at)}</time>
            </>
          )}
        </p>
      </div>
      {planTexts(locale, list, model).map((text) => (
        <p key={text} className={styles.plan}>
          {text}
        </p>
      ))}
      {steps.length > 0 && <h3 className={styles.helps}>{t('slowLists.help')}</h3>}
      {steps.map((step) => (
        <IndexStepBox key={JSON.stringify([step.model, step.terms])} step={step} />
      ))}
      {isDone && (
        <p className={styles.done}>
          <Icon name="check" />
          {t('slowLists.done')}
        </p>
      )}
      {views.length + otherViews > 0 && (
        <p className={styles.plan}>
          {views.length > 0 && t('slowLists.views', { views: format.list(views.map(({ name }) => name)) })}{' '}
          {otherViews > 0 && t('slowLists.otherViews', { count: otherViews })}
        </p>
      )}
      {plan.length > 0 && (
        <details className={styles.details}>
          <summary>{t('slowLists.plan')}</summary>
          <pre dir="ltr" className={styles.code}>
            {plan.join('\n')}
          </pre>
        </details>
      )}
    </li>
  )
}
