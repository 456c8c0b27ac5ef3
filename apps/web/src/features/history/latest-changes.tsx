/** The last few changes of a record in a line or two each: whose, of what, and how long ago. */
import type { RecordChange, Titles } from '@haykal/contract'
import { useLocale } from '@haykal/messages/react'
import { labelIn, type Model } from '@haykal/model'
import { Skeleton } from '@haykal/ui/skeleton/skeleton.tsx'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useClient } from 'haykal/web'
import { ChangeMoment } from '../changes/change-moment.tsx'
import { ChangeFace } from '../changes/change-set-row.tsx'
import { actTexts, meansText, whoText } from '../changes/change-words.ts'
import { changedFields } from '../changes/changed-fields.ts'
import { changeSetPath } from '../changes/changes-path.ts'
import { FieldDifference } from '../changes/field-difference.tsx'
import styles from './history.module.css'
import { recordHistoryOptions } from './history-options.ts'

/** How many are shown at the foot of a record, and how many fields of each. */
const [shownChanges, shownFields] = [4, 2]

/** Which record. */
export interface LatestChangesProps {
  readonly model: Model
  readonly id: string
}

/** The changes. */
export function LatestChanges({ model, id }: LatestChangesProps) {
  const { t } = useLocale()
  const { data, isPending, isError } = useInfiniteQuery(
    recordHistoryOptions(useClient(), { model: model.name, id, limit: shownChanges }),
  )
  const page = data?.pages[0]
  if (page) {
    if (page.data.length === 0) return <p className={styles.none}>{t('history.noneYet')}</p>
    return (
      <ol className={styles.latest}>
        {page.data.map((change) => (
          <Latest key={change.id} model={model} change={change} titles={page.meta.titles} />
        ))}
      </ol>
    )
  }
  if (isError) return <p role="alert">{t('changes.errorTitle')}</p>
  return isPending ? (
    <div aria-busy="true" className={styles.waiting}>
      <Skeleton width="60%" />
      <Skeleton width="45%" />
    </div>
  ) : null
}

interface LatestProps {
  readonly model: Model
  readonly change: RecordChange
  readonly titles: Titles
}

function Latest({ model, change, titles }: LatestProps) {
  const { t, language } = useLocale()
  const fields = change.act === 'edit' ? changedFields(model, change) : []
  const means = meansText({ t, language }, change.set)
  return (
    <li className={styles.latestChange}>
      <ChangeFace set={change.set} />
      <div className={styles.latestWords}>
        <span className="visually-hidden">{whoText(t, change.set)}: </span>
        {fields.length === 0 && (
          <p>
            {t(actTexts[change.act])}
            {means !== undefined && <span className={styles.means}> · {means}</span>}
          </p>
        )}
        {fields.slice(0, shownFields).map(({ field, values }) => (
          <p key={field.name} className={styles.latestField}>
            <bdi className={styles.label}>{labelIn(field.label, language)}</bdi>{' '}
            <FieldDifference field={field} change={values} titles={titles} />
          </p>
        ))}
        {fields.length > shownFields && (
          <p className={styles.means}>{t('changes.moreFields', { count: fields.length - shownFields })}</p>
        )}
      </div>
      <ChangeMoment at={change.set.at} to={changeSetPath(change.set.id)} />
    </li>
  )
}
