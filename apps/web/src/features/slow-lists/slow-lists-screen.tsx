/** Which lists were slow: each with what the database does for it, and what would help. */
import { useLocale } from '@haykal/messages/react'
import { Blank } from '@haykal/ui/blank/blank.tsx'
import { useQuery } from '@tanstack/react-query'
import { useClient } from 'haykal/web'
import { useModels } from '../boot/use-boot.ts'
import { useTitle } from '../boot/use-title.ts'
import { AnswerBlank } from '../changes/answer-blank.tsx'
import { SlowListCard } from './slow-list-card.tsx'
import styles from './slow-lists.module.css'
import { slowListsOptions } from './slow-lists-options.ts'

/** The screen. */
export function SlowListsScreen() {
  const { t } = useLocale()
  const answer = useQuery(slowListsOptions(useClient()))
  const models = useModels()
  useTitle(t('slowLists.title'))
  const lists = answer.data?.flatMap((list) => {
    const model = models.get(list.model)
    return model ? [{ list, model }] : []
  })
  return (
    <div className={styles.screen}>
      <header className={styles.head}>
        <h1 className={styles.title}>{t('slowLists.title')}</h1>
        <p className={styles.text}>{t('slowLists.text')}</p>
      </header>
      {!lists ? (
        <AnswerBlank answer={answer} />
      ) : lists.length === 0 ? (
        <Blank icon="check" title={t('slowLists.emptyTitle')} text={t('slowLists.emptyText')} />
      ) : (
        <ul className={styles.lists}>
          {lists.map(({ list, model }) => (
            <SlowListCard
              key={JSON.stringify([list.model, list.tests, list.sort, list.isSearched])}
              list={list}
              model={model}
            />
          ))}
        </ul>
      )}
    </div>
  )
}
