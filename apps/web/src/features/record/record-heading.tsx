/** The name of a record over its fields; of a stored one, in what state it is and from when. */
import type { RecordReply } from '@haykal/contract'
import type { Model } from '@haykal/model'
import type { ReactNode } from 'react'
import { useModelView } from '../boot/project-modules.ts'
import { isOneOfAFew } from '../records/column-look.ts'
import { RecordCell } from '../records/record-cell.tsx'
import styles from './record.module.css'
import { useRecordPlace } from './record-place.ts'

/** The properties of the heading. */
export interface RecordHeadingProps {
  /** The record, where it is read. */
  readonly of?: { readonly model: Model; readonly reply: RecordReply }
  /** The name. */
  readonly children: ReactNode
}

/** The heading. Beside a list, which has the first heading of the screen, it is the second. */
export function RecordHeading({ of, children }: RecordHeadingProps) {
  const Heading = useRecordPlace()?.isPeek ? 'h2' : 'h1'
  return (
    <div className={styles.heading}>
      <Heading className={styles.title}>{children}</Heading>
      {of && <Summary {...of} />}
    </div>
  )
}

/** The first state and the first date among the columns of the list. */
function Summary({ model, reply }: { readonly model: Model; readonly reply: RecordReply }) {
  const view = useModelView(model.name)
  const listed = { record: reply.data, titles: reply.meta.titles }
  const columns = model.columns.filter((field) => field !== model.title && (reply.data[field.name] ?? null) !== null)
  const state = columns.find(isOneOfAFew)
  const date = columns.find(({ column }) => column.kind === 'date' || column.kind === 'timestamp')
  const shown = [state, date].flatMap((field) => (field ? [field] : []))
  if (shown.length === 0) return null
  return (
    <p className={styles.summary}>
      {shown.map((field) => (
        <RecordCell key={field.name} field={field} listed={listed} view={view} />
      ))}
    </p>
  )
}
