/** What stands around the fields of a form: the way back, the title, and the bar with the buttons. */
import { useLocale } from '@haykal/messages/react'
import type { Model } from '@haykal/model'
import type { ReactNode } from 'react'
import { FormBar, type FormBarProps } from './form-bar.tsx'
import styles from './record.module.css'
import { RecordBody } from './record-body.tsx'
import { RecordHead } from './record-head.tsx'
import { RecordHeading } from './record-heading.tsx'

/** The properties of the frame. */
export interface RecordFrameProps {
  readonly model: Model
  /** The id of the record; absent: it is still to be made. */
  readonly id?: string
  readonly title: ReactNode
  readonly bar: FormBarProps
  /** What there is to say over the fields; absent: nothing. */
  readonly notice?: ReactNode
  readonly children: ReactNode
}

/** The frame; it stands inside of a form. */
export function RecordFrame({ model, id, title, bar, notice, children }: RecordFrameProps) {
  const { t } = useLocale()
  const { otherProblems } = bar.form
  return (
    <div className={styles.screen}>
      <RecordHead model={model} {...(id !== undefined && { id })} />
      {notice}
      <RecordBody>
        <RecordHeading>{title}</RecordHeading>
        {children}
        {otherProblems.length > 0 && (
          <ul className={styles.otherProblems} role="alert">
            {otherProblems.map((problem) => (
              <li key={problem.pointer}>{t.problem(problem)}</li>
            ))}
          </ul>
        )}
      </RecordBody>
      <FormBar {...bar} />
    </div>
  )
}
