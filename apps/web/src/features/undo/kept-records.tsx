/** The records that are left as they are, each with the reason and the fields that are the matter. */
import type { KeptRecord } from '@haykal/contract'
import { useLocale } from '@haykal/messages/react'
import { labelIn } from '@haykal/model'
import { Link, recordPath } from 'haykal/web'
import { useModel } from '../boot/use-boot.ts'
import { Untitled } from '../records/untitled.tsx'
import styles from './undo-dialog.module.css'

/** The properties of the list. */
export interface KeptRecordsProps {
  /** The first of them. */
  readonly kept: readonly KeptRecord[]
  readonly count: number
}

/** The list. */
export function KeptRecords({ kept, count }: KeptRecordsProps) {
  const { t } = useLocale()
  const title = t('undo.kept', { count })
  return (
    <>
      <h3 className={styles.heading}>{title}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long list is scrolled with the keyboard too */}
      <ul className={styles.kept} aria-label={title} tabIndex={0}>
        {kept.map((record) => (
          <Kept key={`${record.model} ${record.record}`} {...record} />
        ))}
        {count > kept.length && <li className={styles.more}>{t('undo.keptMore', { count: count - kept.length })}</li>}
      </ul>
    </>
  )
}

function Kept({ model: name, record, title, reason, fields, code }: KeptRecord) {
  const { t, language, format } = useLocale()
  const known = useModel(name)
  const labels = fields.map((field) => labelIn(known?.model.field(field)?.label ?? field, language))
  // What is not there has no page.
  const isThere = reason !== 'gone' && known !== undefined
  const shown = title === '' ? <Untitled /> : <bdi>{title}</bdi>
  return (
    <li className={styles.record}>
      {isThere ? (
        <Link to={recordPath(name, record)} target="_blank" className={styles.name}>
          {shown}
        </Link>
      ) : (
        <span className={styles.name}>{shown}</span>
      )}{' '}
      <span className={styles.model}>
        <bdi>{labelIn(known?.model.label ?? name, language)}</bdi>
      </span>
      <p className={styles.reason}>
        {labels.length > 0 && (
          <>
            <bdi>{format.list(labels)}</bdi> ·{' '}
          </>
        )}
        {t(`kept.${reason}`)} {code !== undefined && t.problem({ code })}
      </p>
    </li>
  )
}
