/** A value on a record's page: as its kind shows it where there is room, and in a word where there is none. */
import { inputOf } from '@haykal/fields/inputs'
import { type CellProps, viewOf } from '@haykal/fields/views'
import { useLocale } from '@haykal/messages/react'
import styles from './record.module.css'

/** The value of a field. */
export function FieldValue(properties: CellProps) {
  const { t } = useLocale()
  const { field, value } = properties
  if (value === null) return <span className={styles.empty}>{t('record.empty')}</span>
  const Show = inputOf(field).Show ?? viewOf(field).Cell
  return <Show {...properties} />
}
