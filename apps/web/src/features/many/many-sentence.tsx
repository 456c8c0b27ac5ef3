/** What will be set in how many records, as one sentence with the value as lists show it. */
import { useLocale } from '@haykal/messages/react'
import { type AnyRecord, labelIn, type ModelField } from '@haykal/model'
import { OneValue } from '../records/one-value.tsx'
import styles from './many.module.css'

/** The properties of the sentence. */
export interface ManySentenceProps {
  readonly fields: readonly ModelField[]
  readonly values: AnyRecord
  readonly count: number
}

/** Stands in the text where the value goes. */
const gap = '\ufffc'

/** The sentence. */
export function ManySentence({ fields, values, count }: ManySentenceProps) {
  const { t, language, format } = useLocale()
  const names = format.list(fields.map((field) => labelIn(field.label, language)))
  const [field] = fields
  const value = (field && values[field.name]) ?? null
  if (!field || fields.length > 1)
    return <p className={styles.sentence}>{t('many.setsSeveral', { fields: names, count })}</p>
  if (value === null) return <p className={styles.sentence}>{t('many.clears', { field: names, count })}</p>
  const [before, after] = t('many.sets', { field: names, value: gap, count }).split(gap)
  return (
    <p className={styles.sentence}>
      {before}
      <OneValue field={field} value={value} />
      {after}
    </p>
  )
}
