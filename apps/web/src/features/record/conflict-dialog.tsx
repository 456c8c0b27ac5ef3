/** Asks whose value should stay, field by field, when someone else changed the same fields meanwhile. */
import type { Titles } from '@haykal/contract'
import { viewOf } from '@haykal/fields/views'
import { useLocale } from '@haykal/messages/react'
import { type AnyRecord, type Conflict, type Json, labelIn, type Model, type ModelField } from '@haykal/model'
import { Button } from '@haykal/ui/button/button.tsx'
import { Dialog } from '@haykal/ui/dialog/dialog.tsx'
import { useState } from 'react'
import styles from './conflict-dialog.module.css'

/** The properties of the question. */
export interface ConflictDialogProps {
  readonly model: Model
  readonly conflict: Conflict
  readonly titles: Titles
  /** Called with the value that should stay in each field. */
  readonly onChoose: (chosen: AnyRecord) => void
  /** Back to the form, to write something new. */
  readonly onBack: () => void
}

type Side = 'yours' | 'theirs'

/** The question. */
export function ConflictDialog({ model, conflict, titles, onChoose, onBack }: ConflictDialogProps) {
  const { t } = useLocale()
  const [sides, setSides] = useState<{ readonly [field: string]: Side }>({})
  const fields = model.fields.filter((field) => Object.hasOwn(conflict, field.name))
  const choose = () =>
    onChoose(Object.fromEntries(fields.map(({ name }) => [name, conflict[name]?.[sides[name] ?? 'yours'] ?? null])))
  return (
    <Dialog
      alert
      title={t('conflict.title', { count: fields.length })}
      onClose={onBack}
      footer={
        <>
          <Button variant="quiet" onClick={onBack}>
            {t('conflict.back')}
          </Button>
          <Button variant="primary" onClick={choose}>
            {t('conflict.save')}
          </Button>
        </>
      }
    >
      <p className={styles.text}>{t('conflict.text')}</p>
      {fields.map((field) => (
        <ChooseSide
          key={field.name}
          field={field}
          values={conflict[field.name]}
          titles={titles}
          side={sides[field.name] ?? 'yours'}
          onSide={(side) => setSides((before) => ({ ...before, [field.name]: side }))}
        />
      ))}
    </Dialog>
  )
}

interface ChooseSideProps {
  readonly field: ModelField
  readonly values: Conflict[string] | undefined
  readonly titles: Titles
  readonly side: Side
  readonly onSide: (side: Side) => void
}

function ChooseSide({ field, values, titles, side, onSide }: ChooseSideProps) {
  const { t, language } = useLocale()
  const name = `side of ${field.name}`
  return (
    <fieldset className={styles.choice}>
      <legend>{labelIn(field.label, language)}</legend>
      <div className={styles.pair}>
        {(['yours', 'theirs'] as const).map((each) => (
          <label key={each} className={styles.option}>
            <span className={styles.side}>
              <input type="radio" name={name} checked={side === each} onChange={() => onSide(each)} />
              {each === 'yours' ? t('conflict.keepYours') : t('conflict.takeTheirs')}
            </span>
            <Value field={field} value={values?.[each] ?? null} titles={titles} />
          </label>
        ))}
      </div>
      <p className={styles.before}>
        {t('conflict.before', { value: '' })}
        <Value field={field} value={values?.base ?? null} titles={titles} />
      </p>
    </fieldset>
  )
}

function Value({
  field,
  value,
  titles,
}: {
  readonly field: ModelField
  readonly value: Json
  readonly titles: Titles
}) {
  const { t } = useLocale()
  const { Cell } = viewOf(field)
  return (
    <span className={styles.value}>
      {value === null ? t('record.empty') : <Cell value={value} field={field} titles={titles} />}
    </span>
  )
}
