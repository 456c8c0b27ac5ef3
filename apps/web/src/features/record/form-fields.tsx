/** The inputs of a form: each in its frame, with its help and everything that is wrong with it. */

import { inputOf } from '@haykal/fields/inputs'
import type { RecordTitles } from '@haykal/fields/views'
import { viewOf } from '@haykal/fields/views'
import { useLocale } from '@haykal/messages/react'
import { labelIn, type ModelField } from '@haykal/model'
import { FieldFrame } from '@haykal/ui/field-frame/field-frame.tsx'
import { Skeleton } from '@haykal/ui/skeleton/skeleton.tsx'
import { type RefObject, Suspense } from 'react'
import styles from './record.module.css'
import type { RecordForm } from './use-record-form.ts'

/** The properties of the inputs. */
export interface FormFieldsProps {
  readonly form: RecordForm
  readonly titles: RecordTitles
  readonly isDisabled: boolean
  readonly ref: RefObject<HTMLDivElement | null>
}

/** The inputs. */
export function FormFields({ form, titles, isDisabled, ref }: FormFieldsProps) {
  return (
    <div ref={ref} className={styles.inputs}>
      {form.fields.map((field) => (
        <div key={field.name} data-field={field.name} className={viewOf(field).isWide ? styles.wideInput : undefined}>
          <FormField field={field} form={form} titles={titles} isDisabled={isDisabled} />
        </div>
      ))}
    </div>
  )
}

function FormField({ field, form, titles, isDisabled }: Omit<FormFieldsProps, 'ref'> & { readonly field: ModelField }) {
  const { t, language } = useLocale()
  const { Input } = inputOf(field)
  const label = labelIn(field.label, language)
  const { help } = field.options
  return (
    <FieldFrame
      label={label}
      help={help === undefined ? undefined : labelIn(help, language)}
      problems={form.problemsOf(field).map((problem) => t.problem(problem))}
      required={field.isRequired ? t('field.required') : undefined}
    >
      {(input) => (
        <Suspense fallback={<Skeleton width="100%" />}>
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
        </Suspense>
      )}
    </FieldFrame>
  )
}

/** Moves to the input of a field, or without one to the first in which something is wrong, else to the first of all. */
export function focusField(inputs: HTMLElement | null, name?: string): void {
  const place = name === undefined ? inputs : inputs?.querySelector(`[data-field="${CSS.escape(name)}"]`)
  const controls =
    'input:not([type=hidden]):not([disabled]), select:not([disabled]), textarea:not([disabled]), button:not([disabled])'
  const wrong = place?.querySelector<HTMLElement>('[aria-invalid="true"]')
  ;(wrong ?? place?.querySelector<HTMLElement>(controls))?.focus()
}
