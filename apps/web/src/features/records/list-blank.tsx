/** What stands in the place of the rows when there are none to show: why, and what to do about it. */

import type { BootModel } from '@haykal/contract'
import { useLocale } from '@haykal/messages/react'
import { labelIn, type Model } from '@haykal/model'
import { Blank } from '@haykal/ui/blank/blank.tsx'
import { Button } from '@haykal/ui/button/button.tsx'
import { errorCode, errorText } from '../problems/error-text.ts'
import { isUnavailable } from '../problems/trouble-text.ts'
import { addressProblems } from './address-problems.ts'
import styles from './list-blank.module.css'
import { inSentence } from './list-head.tsx'
import type { ListSearch } from './list-search.ts'
import type { RecordList } from './use-record-list.ts'

/** The properties of the blank. */
export interface ListBlankProps {
  readonly model: Model
  readonly access: BootModel
  readonly list: RecordList
  readonly search: ListSearch
  readonly onCreate: () => void
  readonly onChange: (search: ListSearch) => void
}

/** The blank. */
export function ListBlank({ model, access, list, search, onCreate, onChange }: ListBlankProps) {
  const { t, language } = useLocale()
  if (list.error)
    return (
      <FailedBlank model={model} list={list} isAsked={Object.keys(search).length > 0} onReset={() => onChange({})} />
    )
  if (list.isPaused) return <Blank icon="offline" title={t('list.offlineTitle')} text={t('list.offlineText')} />
  if (search.q !== undefined || search.filter !== undefined) {
    // That there is none may be said only where all were looked through.
    const count = list.pages?.[0]?.meta.bounded?.looked
    return (
      <Blank
        icon="search"
        title={count === undefined ? t('listBlank.noMatchTitle') : t('bounded.emptyTitle', { count })}
        text={count === undefined ? t('listBlank.noMatchText') : t('bounded.emptyText')}
        actions={
          <Button onClick={() => onChange(search.sort ? { sort: search.sort } : {})}>{t('listBlank.clearAll')}</Button>
        }
      />
    )
  }
  const canCreate = access.can.create && access.closed === undefined
  return (
    <Blank
      icon={model.icon}
      title={t('listBlank.emptyTitle', { models: inSentence(labelIn(model.plural, language)) })}
      text={canCreate ? t('listBlank.emptyText') : t('listBlank.emptyTextReadOnly')}
      actions={
        canCreate && (
          <Button variant="primary" icon="plus" onClick={onCreate}>
            {t('list.new', { model: inSentence(labelIn(model.label, language)) })}
          </Button>
        )
      }
    />
  )
}

interface FailedBlankProps {
  readonly model: Model
  readonly list: RecordList
  /** The list is searched, filtered or sorted. */
  readonly isAsked: boolean
  readonly onReset: () => void
}

function FailedBlank({ model, list, isAsked, onReset }: FailedBlankProps) {
  const { t, language } = useLocale()
  const code = errorCode(list.error)
  const retry = (
    <Button icon="refresh" onClick={list.retry}>
      {t('app.retry')}
    </Button>
  )
  if (code === 'not_allowed' || code === 'not_found') {
    return <Blank icon="lock" title={t('list.refusedTitle')} text={t('list.refusedText')} />
  }
  if (code === 'malformed' || code === 'invalid') {
    return (
      <Blank
        alert
        icon="alert"
        title={t('listBlank.errorTitle')}
        text={
          <>
            {t('listBlank.badAddress')}
            {addressProblems(list.error, { t, language, model }).map((line) => (
              <span key={line} className={styles.problem}>
                {line}
              </span>
            ))}
          </>
        }
        actions={<Button onClick={onReset}>{t('listBlank.showAll')}</Button>}
      />
    )
  }
  if (isUnavailable(list.error)) {
    // Why, stands over every screen.
    return <Blank icon="alert" title={t('trouble.title')} text={t('trouble.here')} actions={retry} />
  }
  if (code === 'took_too_long') {
    const text = errorText(t, list.error)
    const reset = isAsked && <Button onClick={onReset}>{t('listBlank.showAll')}</Button>
    const actions = (
      <>
        {retry}
        {reset}
      </>
    )
    return <Blank alert icon="clock" title={t('listBlank.slowTitle')} text={text} actions={actions} />
  }
  const isOffline = code === 'offline'
  return (
    <Blank
      alert
      icon={isOffline ? 'offline' : 'alert'}
      title={isOffline ? t('list.offlineTitle') : t('listBlank.errorTitle')}
      text={errorText(t, list.error)}
      actions={retry}
    />
  )
}
