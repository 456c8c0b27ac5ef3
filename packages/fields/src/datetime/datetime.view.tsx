/** How moments look: as the reader's language writes them, in the reader's time zone. */
import { useLocale } from '@haykal/messages/react'
import styles from '../cells.module.css'
import type { CellProps, FieldView } from '../field-view.ts'
import { PlainValue } from '../plain-value.tsx'
import { datetimeKind } from './datetime.ts'

function DatetimeCell({ value, field }: CellProps) {
  const { format } = useLocale()
  const moment = datetimeKind.parse(value, field.options)
  if (!moment.ok) return <PlainValue value={value} />
  return (
    <time dateTime={moment.value} title={format.hijri(moment.value)} className={styles.amount}>
      {format.dateTime(moment.value)}
    </time>
  )
}

/** The view of moments. */
export const datetimeView: FieldView = { Cell: DatetimeCell }
