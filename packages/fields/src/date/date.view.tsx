/** How days look: as the reader's language writes them. */
import { useLocale } from '@haykal/messages/react'
import styles from '../cells.module.css'
import type { CellProps, FieldView } from '../field-view.ts'
import { PlainValue } from '../plain-value.tsx'
import { dateKind } from './date.ts'

function DateCell({ value, field }: CellProps) {
  const { format } = useLocale()
  const day = dateKind.parse(value, field.options)
  if (!day.ok) return <PlainValue value={value} />
  return (
    <time dateTime={day.value} title={format.hijri(day.value)} className={styles.amount}>
      {format.date(day.value)}
    </time>
  )
}

/** The view of days. */
export const dateView: FieldView = { Cell: DateCell }
