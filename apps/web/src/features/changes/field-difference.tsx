/** What a field had before, struck through, and what it has after: as its kind shows values. */
import type { FieldChange, Titles } from '@haykal/contract'
import { viewOf } from '@haykal/fields/views'
import { useLocale } from '@haykal/messages/react'
import type { Json, ModelField } from '@haykal/model'
import styles from './changes.module.css'

/** The properties of the difference. */
export interface FieldDifferenceProps {
  readonly field: ModelField
  readonly change: FieldChange
  readonly titles: Titles
  /** Of a created record only the end is told, of a removed one only the beginning; absent: both. */
  readonly only?: 'before' | 'after'
}

/** The difference. */
export function FieldDifference({ field, change, titles, only }: FieldDifferenceProps) {
  const { t } = useLocale()
  if (change.sealed) return <span className={styles.sealed}>{t('changes.sealed')}</span>
  const shared = { field, titles }
  return (
    <span className={styles.difference}>
      {only !== 'after' && (
        <del className={styles.before}>
          {only === undefined && <span className="visually-hidden">{t('changes.before')} </span>}
          <Value {...shared} value={change.before} />
        </del>
      )}
      {only === undefined && (
        <span className={styles.arrow} aria-hidden="true">
          →
        </span>
      )}
      {only !== 'before' && (
        <ins className={styles.after}>
          {only === undefined && <span className="visually-hidden">{t('changes.after')} </span>}
          <Value {...shared} value={change.after} />
        </ins>
      )}
    </span>
  )
}

interface ValueProps {
  readonly field: ModelField
  readonly value: Json
  readonly titles: Titles
}

function Value({ field, value, titles }: ValueProps) {
  const { t } = useLocale()
  const { Cell } = viewOf(field)
  if (value === null) return <span className={styles.empty}>{t('record.empty')}</span>
  return <Cell value={value} field={field} titles={titles} />
}
