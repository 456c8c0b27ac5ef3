/** Everything that one change did to a record, field by field; of many fields the first, and the others on demand. */
import type { RecordChange, Titles } from '@haykal/contract'
import { useLocale } from '@haykal/messages/react'
import { labelIn, type Model } from '@haykal/model'
import { Button } from '@haykal/ui/button/button.tsx'
import { useState } from 'react'
import { changedFields } from './changed-fields.ts'
import styles from './changes.module.css'
import { FieldDifference } from './field-difference.tsx'

/** The properties of the differences. */
export interface FieldDifferencesProps {
  readonly model: Model
  readonly change: RecordChange
  readonly titles: Titles
  /** How many fields are shown at first. */
  readonly most: number
}

/** The differences. */
export function FieldDifferences({ model, change, titles, most }: FieldDifferencesProps) {
  const { t, language } = useLocale()
  const [isWhole, setWhole] = useState(false)
  const all = changedFields(model, change)
  const shown = isWhole ? all : all.slice(0, most)
  const only = change.act === 'create' ? 'after' : change.act === 'remove' ? 'before' : undefined
  if (all.length === 0) return null
  return (
    <>
      <dl className={styles.differences}>
        {shown.map(({ field, values }) => (
          <div key={field.name} className={styles.line}>
            <dt>
              <bdi>{labelIn(field.label, language)}</bdi>
            </dt>
            <dd>
              <FieldDifference field={field} change={values} titles={titles} {...(only && { only })} />
            </dd>
          </div>
        ))}
      </dl>
      {all.length > shown.length && (
        <Button variant="quiet" className={styles.moreFields} onClick={() => setWhole(true)}>
          {t('changes.moreFields', { count: all.length - shown.length })}
        </Button>
      )}
    </>
  )
}
