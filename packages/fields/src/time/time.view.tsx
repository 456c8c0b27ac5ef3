/** How times of the day look: as the reader's language writes them. */
import { useLocale } from '@haykal/messages/react'
import styles from '../cells.module.css'
import type { CellProps, FieldView } from '../field-view.ts'
import { PlainValue } from '../plain-value.tsx'
import { clockOf, timeKind } from './time.ts'

function TimeCell({ value }: CellProps) {
  const { format } = useLocale()
  const parsed = timeKind.parse(value, {})
  if (!parsed.ok) return <PlainValue value={value} />
  const { moment, options } = clockOf(parsed.value)
  return (
    <time dateTime={parsed.value} className={styles.amount}>
      {format.dateTime(moment, options)}
    </time>
  )
}

/** The view of times of the day. */
export const timeView: FieldView = { Cell: TimeCell }
