/** The foot of a list: how many match, said to everyone whenever it changes, and what could not be fetched. */
import { useLocale } from '@haykal/messages/react'
import { Button } from '@haykal/ui/button/button.tsx'
import styles from './list-screen.module.css'
import type { RecordList } from './use-record-list.ts'

/** The properties of the foot. */
export interface ListFootProps {
  readonly list: RecordList
  /** The list is searched or filtered: the number is one of matches. */
  readonly isAsked: boolean
}

/** The foot. */
export function ListFoot({ list, isAsked }: ListFootProps) {
  const { t } = useLocale()
  return (
    <footer className={styles.foot}>
      <span role="status">{countText(t, list, isAsked)}</span>
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
