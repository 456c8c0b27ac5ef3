/** The fields of a form: inputs with their help and everything that is wrong with them, and between them what is only shown. */
import { inputOf } from '@haykal/fields/inputs'
import type { RecordTitles } from '@haykal/fields/views'
import { useLocale } from '@haykal/messages/react'
import { type Fault, type Json, labelIn, type ModelField } from '@haykal/model'
import { FieldFrame } from '@haykal/ui/field-frame/field-frame.tsx'
import { memo, useEffect, useRef } from 'react'
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
      {[...short, ...wide].map((field) => {
        const problems = form.problemsOf(field)
        return (
          <FormRow
            key={field.name}
            field={field}
            isWide={wide.includes(field)}
            canSet={form.canSet(field)}
            value={form.valueOf(field)}
            problems={problems.length > 0 ? problems : noProblems}
            titles={titles}
            isDisabled={isDisabled}
            onChange={form.change}
            onFault={form.fail}
            onLeave={form.leave}
          />
        )
      })}
    </div>
  )
}

// Always the same, so that only the row in which one types is drawn anew, however many there are.
const noProblems: readonly Fault[] = []

interface FormRowProps extends Pick<FormFieldsProps, 'titles' | 'isDisabled'> {
  readonly field: ModelField
  readonly isWide: boolean
  readonly canSet: boolean
  readonly value: Json
  readonly problems: readonly Fault[]
  readonly onChange: RecordForm['change']
  readonly onFault: RecordForm['fail']
  readonly onLeave: RecordForm['leave']
}

const FormRow = memo(function FormRow(properties: FormRowProps) {
  const { field, isWide, canSet, onLeave } = properties
  return (
    <div data-field={field.name} className={isWide ? styles.wideInput : undefined} onBlur={() => onLeave(field)}>
      {canSet ? <FormField {...properties} /> : <FixedField {...properties} />}
    </div>
  )
})

function FormField({ field, value, problems, titles, isDisabled, onChange, onFault }: FormRowProps) {
  const { t, language } = useLocale()
  const { Input, untouched } = inputOf(field)
  // Where leaving it alone is an answer too (a box that is not ticked), nothing has to be asked for.
  const mustFillIn = field.isRequired && (untouched?.(field) ?? null) === null
  const label = labelIn(field.label, language)
  const { help, placeholder } = field.options
  return (
    <FieldFrame
      label={<bdi>{label}</bdi>}
      help={help === undefined ? undefined : labelIn(help, language)}
      problems={problems.map((problem) => t.problem(problem))}
      required={mustFillIn ? t('field.required') : undefined}
    >
      {(input) => (
        <Input
          {...input}
          field={field}
          label={label}
          placeholder={placeholder === undefined ? undefined : labelIn(placeholder, language)}
          value={value}
          onChange={(next) => onChange(field, next)}
          onFault={(fault) => onFault(field, fault)}
          titles={titles}
          isDisabled={isDisabled}
        />
      )}
    </FieldFrame>
  )
}

function FixedField({ field, value, titles }: FormRowProps) {
  const { language } = useLocale()
  return (
    <div className={styles.fixed}>
      <span className={styles.fixedLabel}>
        <bdi>{labelIn(field.label, language)}</bdi>
      </span>
      <span>
        <FieldValue field={field} value={value} titles={titles} />
      </span>
    </div>
  )
}

const controls = ['input:not([type=hidden], [hidden])', 'select', 'textarea', '[role=spinbutton]', 'button']
  .map((each) => `${each}:not([disabled])`)
  .join()

function moveFocus(inputs: HTMLElement | null, { field }: FocusWish): void {
  const place = field === undefined ? inputs : inputs?.querySelector(`[data-field="${CSS.escape(field)}"]`)
  const wrong = place?.querySelector<HTMLElement>('[aria-invalid="true"]')
  ;(wrong ?? place?.querySelector<HTMLElement>(controls))?.focus()
}
