/** The fields of a form: inputs with their help and everything that is wrong with them, and between them what is only shown. */
import { inputOf } from '@haykal/fields/inputs'
import type { RecordTitles } from '@haykal/fields/views'
import { useLocale } from '@haykal/messages/react'
import { labelIn, type ModelField } from '@haykal/model'
import { FieldFrame } from '@haykal/ui/field-frame/field-frame.tsx'
import { useEffect, useRef } from 'react'
import { FieldValue } from './field-value.tsx'
import { placesOf } from './places-of.ts'
import styles from './record.module.css'
import type { RecordForm } from './use-record-form.ts'

/** Where a form shall put the focus; a new object moves it again. */
export interface FocusWish {
  /** The field; absent: the first in which something is wrong, else the first of all. */
  readonly field?: string | undefined
}

/** The properties of the fields. */
export interface FormFieldsProps {
  readonly form: RecordForm
  /** The fields to show. */
  readonly fields: readonly ModelField[]
  readonly titles: RecordTitles
  readonly isDisabled: boolean
  readonly focus: FocusWish
}

/** The fields. */
export function FormFields({ form, fields, titles, isDisabled, focus }: FormFieldsProps) {
  const inputs = useRef<HTMLDivElement>(null)
  const { short, wide } = placesOf(fields)
  useEffect(() => moveFocus(inputs.current, focus), [focus])
  return (
    <div ref={inputs} className={styles.inputs}>
      {[...short, ...wide].map((field) => (
        <div
          key={field.name}
          data-field={field.name}
          className={wide.includes(field) ? styles.wideInput : undefined}
          onBlur={() => form.leave(field)}
        >
          {form.canSet(field) ? (
            <FormField field={field} form={form} titles={titles} isDisabled={isDisabled} />
          ) : (
            <FixedField field={field} form={form} titles={titles} />
          )}
        </div>
      ))}
    </div>
  )
}

type FormFieldProps = Omit<FormFieldsProps, 'fields' | 'focus'> & { readonly field: ModelField }

function FormField({ field, form, titles, isDisabled }: FormFieldProps) {
  const { t, language } = useLocale()
  const { Input, untouched } = inputOf(field)
  // Where leaving it alone is an answer too (a box that is not ticked), nothing has to be asked for.
  const mustFillIn = field.isRequired && (untouched?.(field) ?? null) === null
  const label = labelIn(field.label, language)
  const { help } = field.options
  return (
    <FieldFrame
      label={label}
      help={help === undefined ? undefined : labelIn(help, language)}
      problems={form.problemsOf(field).map((problem) => t.problem(problem))}
      required={mustFillIn ? t('field.required') : undefined}
    >
      {(input) => (
        <Input
          {...input}
          field={field}
          label={label}
          value={form.valueOf(field)}
          onChange={(value) => form.change(field, value)}
          onFault={(fault) => form.fail(field, fault)}
          titles={titles}
          isDisabled={isDisabled}
        />
      )}
    </FieldFrame>
  )
}

function FixedField({ field, form, titles }: Omit<FormFieldProps, 'isDisabled'>) {
  const { language } = useLocale()
  return (
    <div className={styles.fixed}>
      <span className={styles.fixedLabel}>{labelIn(field.label, language)}</span>
      <span>
        <FieldValue field={field} value={form.valueOf(field)} titles={titles} />
      </span>
    </div>
  )
}

const controls = ['input:not([type=hidden], [hidden])', 'select', 'textarea', 'button']
  .map((each) => `${each}:not([disabled])`)
  .join()

function moveFocus(inputs: HTMLElement | null, { field }: FocusWish): void {
  const place = field === undefined ? inputs : inputs?.querySelector(`[data-field="${CSS.escape(field)}"]`)
  const wrong = place?.querySelector<HTMLElement>('[aria-invalid="true"]')
  ;(wrong ?? place?.querySelector<HTMLElement>(controls))?.focus()
}
