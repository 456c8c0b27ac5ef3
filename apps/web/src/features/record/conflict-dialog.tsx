/** Asks whose value should stay, field by field, when someone else changed the same fields meanwhile. */
import type { Titles } from '@haykal/contract'
import { viewOf } from '@haykal/fields/views'
import { useLocale } from '@haykal/messages/react'
import {
  type AnyRecord,
  type Conflict,
  type Json,
  labelIn,
  type Model,
  type ModelField,
  titlesName,
} from '@haykal/model'
import { Button } from '@haykal/ui/button/button.tsx'
import { Dialog } from '@haykal/ui/dialog/dialog.tsx'
import { useState } from 'react'
import { useTitleOf } from '../records/use-title-of.ts'
import styles from './conflict-dialog.module.css'

/** The properties of the question. */
export interface ConflictDialogProps {
  readonly model: Model
  readonly conflict: Conflict
  readonly titles: Titles
  /** Called with the value that should stay in each field. */
  readonly onChoose: (chosen: AnyRecord) => void
  /** Called to write something new, with both values known. */
  readonly onAnew: () => void
  /** Called when nothing is to be decided now: the next save asks again. */
  readonly onClose: () => void
}

type Side = 'yours' | 'theirs'

/** The question. */
export function ConflictDialog({ model, conflict, titles, onChoose, onAnew, onClose }: ConflictDialogProps) {
  const { t } = useLocale()
  const [sides, setSides] = useState<{ readonly [field: string]: Side }>({})
  const fields = model.fields.filter((field) => Object.hasOwn(conflict, field.name))
  const choose = () =>
    onChoose(Object.fromEntries(fields.map(({ name }) => [name, conflict[name]?.[sides[name] ?? 'yours'] ?? null])))
  return (
    <Dialog
      alert
      title={t('conflict.title', { count: fields.length })}
      onClose={onClose}
      footer={
        <>
          <Button variant="quiet" className={styles.anew} onClick={onAnew}>
            {t('conflict.anew')}
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

interface ValueProps {
  readonly field: ModelField
  readonly value: Json
  readonly titles: Titles
}

/** A value in a line. Of a record that was only just chosen, the title did not come with the record that is edited. */
function Value({ field, value, titles }: ValueProps) {
  const { t } = useLocale()
  const { Cell } = viewOf(field)
  const target = titlesName(field)
  const title = useTitleOf(field, value)
  const known = title === undefined ? titles : { [target]: { ...titles[target], [String(value)]: title } }
  return (
    <span className={styles.value}>
      {value === null ? t('record.empty') : <Cell value={value} field={field} titles={known} />}
    </span>
  )
}
