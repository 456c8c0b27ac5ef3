/** The foot of a list: how many match, said to everyone when another question is answered, and what could not be fetched. */
import { useLocale } from '@haykal/messages/react'
import type { Model } from '@haykal/model'
import { Button } from '@haykal/ui/button/button.tsx'
import { classNames } from '@haykal/ui/class-names.ts'
import { Suspense, useEffect, useRef } from 'react'
import { useAnnounce } from '../shell/announcer.tsx'
import { FootActs } from './foot-acts-chunk.ts'
import styles from './list-screen.module.css'
import type { RecordList } from './use-record-list.ts'

/** The properties of the foot. */
export interface ListFootProps {
  readonly model: Model
  /** The order in the address, as it stands there. */
  readonly sort: string | undefined
  /** The list has stood for a moment, so that what is of less use is fetched. */
  readonly isSettled: boolean
  readonly list: RecordList
  /** The list is searched or filtered: the number is one of matches. */
  readonly isAsked: boolean
}

/** In a list of more, a finger does not get far: on a phone, too, there is a foot to go on from. */
const long = 1_000

/** The foot. */
export function ListFoot({ model, sort, list, isAsked, isSettled }: ListFootProps) {
  const { t } = useLocale()
  const matches = countText(t, list, isAsked)
  const text = list.isRanked && (list.count?.value ?? 0) > 1 ? t('list.bestFirst', { matches }) : matches
  useSaidWhenAsked(list, text)
  return (
    <footer className={classNames(styles.foot, list.window.total > long && styles.long)}>
      <span className={list.count?.kind === 'bounded' ? styles.atLeast : undefined}>{text}</span>
      {isSettled && (
        <Suspense>
          <FootActs model={model} sort={sort} list={list} />
        </Suspense>
      )}
      {list.hasMoreFailed && (
        <>
          <span role="alert">{t('list.moreError')}</span>
          <Button variant="quiet" icon="refresh" onClick={list.retry}>
            {t('app.retry')}
          </Button>
        </>
      )}
    </footer>
  )
}

function countText(t: ReturnType<typeof useLocale>['t'], { count }: RecordList, isAsked: boolean): string {
  if (!count) return ''
  const isOver = count.kind === 'bounded'
  if (isAsked) return isOver ? t('list.matchesOver', { count: count.value }) : t('list.matches', { count: count.value })
  return isOver ? t('list.countOverLong', { count: count.value }) : t('list.count', { count: count.value })
}

/** Has the number read out when another question is answered: on a phone the foot is not even shown. */
function useSaidWhenAsked({ question, count }: RecordList, text: string): void {
  const announce = useAnnounce()
  const answered = useRef<string>(undefined)
  useEffect(() => {
    if (!count || answered.current === question) return
    if (answered.current !== undefined) announce(text)
    answered.current = question
  }, [question, count, text, announce])
}
