/** What somebody else wrote meanwhile in a field of a child that was changed here too, and whose value shall stay. */
import type { Titles } from '@haykal/contract'
import { useLocale } from '@haykal/messages/react'
import { type Json, labelIn, type ModelField } from '@haykal/model'
import { Button } from '@haykal/ui/button/button.tsx'
import { useKnownTitles } from '../records/use-title-of.ts'
import styles from './child-rows.module.css'
import { FieldValue } from './field-value.tsx'

/** The properties of the question. */
export interface ChildTheirsProps {
  readonly field: ModelField
  /** What they wrote. */
  readonly value: Json
  readonly titles: Titles
  readonly isDisabled: boolean
  readonly onSettle: (isTheirs: boolean) => void
}

/** Stands in the text where the value goes. */
const gap = '\ufffc'

/** The question, in the row. */
export function ChildTheirs({ field, value, titles, isDisabled, onSettle }: ChildTheirsProps) {
  const { t, language } = useLocale()
  const known = useKnownTitles(field, value, titles)
  const [before, after] = t('children.theirs', { value: gap }).split(gap)
  return (
    <div className={styles.theirs} role="alert" data-problem="">
      <p>
        <bdi>{labelIn(field.label, language)}</bdi>: {before}
        <FieldValue field={field} value={value} titles={known} />
        {after}
      </p>
      <Button disabled={isDisabled} onClick={() => onSettle(true)}>
        {t('children.takeTheirs')}
      </Button>
      <Button disabled={isDisabled} onClick={() => onSettle(false)}>
        {t('children.keepMine')}
      </Button>
    </div>
  )
}
