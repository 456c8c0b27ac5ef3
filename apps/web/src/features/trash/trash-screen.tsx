/** The trash of a model: what was removed, by whom and when, each with the way back; owners may empty it. */
import { useLocale } from '@haykal/messages/react'
import { labelIn } from '@haykal/model'
import { Blank } from '@haykal/ui/blank/blank.tsx'
import { Button, buttonClass } from '@haykal/ui/button/button.tsx'
import { Icon } from '@haykal/ui/icon/icon.tsx'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useClient } from 'haykal/web'
import { useState } from 'react'
import { type ModelAccess, useBoot } from '../boot/use-boot.ts'
import { useTitle } from '../boot/use-title.ts'
import { AnswerBlank } from '../changes/answer-blank.tsx'
import styles from '../changes/changes.module.css'
import { MoreButton } from '../changes/more-button.tsx'
import { inSentence } from '../records/list-head.tsx'
import { listPath } from '../shell/navigation.ts'
import { EmptyTrashDialog } from './empty-trash-dialog.tsx'
import { trashOptions } from './trash-options.ts'
import { TrashRow } from './trash-row.tsx'

/** The screen. */
export function TrashScreen({ model }: ModelAccess) {
  const { t, language } = useLocale()
  const { canManagePeople: isOwner } = useBoot()
  const pages = useInfiniteQuery(trashOptions(useClient(), model.name))
  const [isEmptying, setEmptying] = useState(false)
  const plural = labelIn(model.plural, language)
  const models = inSentence(plural)
  const removed = pages.data?.pages.flatMap(({ data, meta }) => data.map((record) => ({ record, titles: meta.titles })))
  useTitle(t('trash.of', { models: plural }))
  return (
    <div className={styles.screen}>
      <header className={styles.head}>
        <Link to={listPath(model.name)} className={styles.back}>
          <Icon name="back" />
          <bdi>{plural}</bdi>
        </Link>
        <div className={styles.titles}>
          <h1 className={styles.title}>{t('list.trash')}</h1>
          <p className={styles.text}>{t('trash.text', { models })}</p>
        </div>
        {isOwner && (
          <Link to="/-/settings/history" className={buttonClass({ variant: 'quiet' })}>
            <Icon name="clock" />
            {t('retention.open')}
          </Link>
        )}
        {isOwner && removed && removed.length > 0 && (
          <Button icon="trash" onClick={() => setEmptying(true)}>
            {t('trash.empty')}
          </Button>
        )}
      </header>
      {!removed ? (
        <AnswerBlank answer={pages} />
      ) : removed.length === 0 ? (
        <Blank icon="trash" title={t('trash.noneTitle')} text={t('trash.noneText', { models })} />
      ) : (
        <>
          <ul className={styles.removed} aria-label={t('trash.of', { models: plural })}>
            {removed.map(({ record, titles }) => (
              <TrashRow key={`${record.set.id} ${record.record}`} model={model} removed={record} titles={titles} />
            ))}
          </ul>
          <MoreButton pages={pages} />
        </>
      )}
      {isEmptying && <EmptyTrashDialog model={model} onClose={() => setEmptying(false)} />}
    </div>
  )
}
