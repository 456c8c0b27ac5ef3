/** The fields that shall change in many records, each with its input; and the list from which another is added. */
import { useLocale } from '@haykal/messages/react'
import { labelIn, type ModelField } from '@haykal/model'
import { IconButton } from '@haykal/ui/button/button.tsx'
import { Select } from '@haykal/ui/select/select.tsx'
import { useMemo } from 'react'
import { type FocusWish, FormFields } from '../record/form-fields.tsx'
import type { RecordForm } from '../record/use-record-form.ts'
import styles from './many.module.css'

/** The properties of the rows. */
export interface ManyFieldRowsProps {
  readonly form: RecordForm
  readonly offered: readonly ModelField[]
  /** Those that shall change. */
  readonly fields: readonly ModelField[]
  /** The first in which something is wrong; undefined: none was found when it was last to be applied. */
  readonly wrong: ModelField | undefined
  readonly onAdd: (field: ModelField) => void
  readonly onDrop: (field: ModelField) => void
}

/** The rows. */
export function ManyFieldRows({ form, offered, fields, wrong, onAdd, onDrop }: ManyFieldRowsProps) {
  const { t, language } = useLocale()
  const left = offered.filter((field) => !fields.includes(field))
  const add = (name: string) => {
    const field = left.find((each) => each.name === name)
    if (field) onAdd(field)
  }
  return (
    <div className={styles.rows}>
      {fields.map((field) => (
        <FieldRow key={field.name} form={form} field={field} isWrong={wrong === field} onDrop={() => onDrop(field)} />
      ))}
      {left.length > 0 && (
        <Select
          autoFocus
          value=""
          aria-label={t(fields.length === 0 ? 'many.field' : 'many.fieldMore')}
          onChange={(event) => add(event.target.value)}
        >
          <option value="">{t(fields.length === 0 ? 'many.field' : 'many.fieldMore')}</option>
          {left.map((field) => (
            <option key={field.name} value={field.name}>
              {labelIn(field.label, language)}
            </option>
          ))}
        </Select>
      )}
    </div>
  )
}

interface FieldRowProps {
  readonly form: RecordForm
  readonly field: ModelField
  readonly isWrong: boolean
  readonly onDrop: () => void
}

function FieldRow({ form, field, isWrong, onDrop }: FieldRowProps) {
  const { t, language } = useLocale()
  // The focus is moved here when the row comes, and again when what is in it is wrong.
  const focus = useMemo((): FocusWish => (isWrong ? { field: field.name } : {}), [isWrong, field.name])
  return (
    <div className={styles.row}>
      <FormFields form={form} fields={[field]} titles={noTitles} isDisabled={false} focus={focus} />
      <IconButton
        icon="close"
        label={t('many.dropField', { field: labelIn(field.label, language) })}
        onClick={onDrop}
      />
    </div>
  )
}

const noTitles = {}
