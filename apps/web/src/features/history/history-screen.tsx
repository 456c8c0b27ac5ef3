/** The history of a record: who changed what and when, newest first; of one field where asked; and the ways back to any of it. */
import { useLocale } from '@haykal/messages/react'
import { labelIn, type Model } from '@haykal/model'
import { Blank } from '@haykal/ui/blank/blank.tsx'
import { Icon } from '@haykal/ui/icon/icon.tsx'
import { SelectBox } from '@haykal/ui/select/select-box.tsx'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { Link, recordPath, useClient } from 'haykal/web'
import { useModel } from '../boot/use-boot.ts'
import { useTitle } from '../boot/use-title.ts'
import { AnswerBlank } from '../changes/answer-blank.tsx'
import { MoreButton } from '../changes/more-button.tsx'
import { recordOptions } from '../records/one-record.ts'
import { titleOfRecord } from '../records/title-of-record.ts'
import { NotFound } from '../screens/not-found.tsx'
import styles from './history.module.css'
import { HistoryEntry } from './history-entry.tsx'
import { recordHistoryOptions } from './history-options.ts'
import { historyPath } from './history-path.ts'
import { RestoreConflict } from './restore-conflict.tsx'
import { useRestore } from './use-restore.ts'

const pageSize = 30

/** The properties of the screen. */
export interface HistoryScreenProps {
  readonly model: string
  readonly id: string
  /** Only changes of this field; undefined: of all. */
  readonly field: string | undefined
}

/** The screen. */
export function HistoryScreen({ model: name, id, field }: HistoryScreenProps) {
  const known = useModel(name)
  return known ? <KnownHistory model={known.model} id={id} field={field} /> : <NotFound />
}

interface KnownHistoryProps extends Omit<HistoryScreenProps, 'model'> {
  readonly model: Model
}

function KnownHistory({ model, id, field }: KnownHistoryProps) {
  const { t, language } = useLocale()
  const client = useClient()
  const { history } = useRouter()
  const record = useQuery(recordOptions(client, model.name, id)).data
  const pages = useInfiniteQuery(recordHistoryOptions(client, { model: model.name, id, field, limit: pageSize }))
  const all = pages.data?.pages.flatMap(({ data, meta }) => data.map((change) => ({ change, titles: meta.titles })))
  const title = record ? titleOfRecord(model, record) : (all?.[0]?.change.title ?? id)
  const restore = useRestore({ model, id, title, record })
  useTitle(t('history.of', { title }))
  return (
    <div className={styles.screen}>
      <Link to={recordPath(model.name, id)} className={styles.back}>
        <Icon name="back" />
        <bdi>{title}</bdi>
      </Link>
      <header className={styles.head}>
        <h1 className={styles.title}>{t('record.history')}</h1>
        <div className={styles.filter}>
          <SelectBox
            label={t('rights.field')}
            none={t('changes.anyField')}
            options={model.fields.map(({ name, label }) => ({ value: name, text: labelIn(label, language) }))}
            value={field}
            onChoose={(only) => history.push(historyPath(model.name, id, only))}
          />
        </div>
      </header>
      {!all ? (
        <AnswerBlank answer={pages} />
      ) : all.length === 0 ? (
        <Blank icon="clock" title={t(field ? 'history.noneOfField' : 'history.noneYet')} text={t('history.noneText')} />
      ) : (
        <>
          <ol className={styles.timeline} aria-label={t('history.of', { title })}>
            {all.map(({ change, titles }, index) => (
              <HistoryEntry
                key={change.id}
                model={model}
                change={change}
                titles={titles}
                record={record}
                isLatest={index === 0 && field === undefined}
                onRestore={restore.begin}
              />
            ))}
          </ol>
          <MoreButton pages={pages} />
        </>
      )}
      {restore.conflict && (
        <RestoreConflict
          model={model}
          conflict={restore.conflict}
          onConfirm={restore.insist}
          onClose={restore.giveUp}
        />
      )}
    </div>
  )
}
