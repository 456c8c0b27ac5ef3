/** Fills in a choice from a list. */
import { useLocale } from '@haykal/messages/react'
import { labelIn } from '@haykal/model'
import { Select } from '@haykal/ui/select/select.tsx'
import type { FieldInput, InputProps } from '../field-input.ts'
import { inputAttributes } from '../input-attributes.ts'
import { plainText } from '../plain-value.tsx'
import { type ChoiceOptions, choicesOf } from './choice.ts'

function ChoiceInput(properties: InputProps) {
  const { field, value, onChange } = properties
  const { t, language } = useLocale()
  const choices = choicesOf(field.options as unknown as ChoiceOptions)
  const isKnown = choices.some((each) => each.value === value)
  return (
    <Select
      {...inputAttributes(properties)}
      value={value === null ? '' : plainText(value)}
      onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)}
    >
      {(value === null || !field.isRequired) && (
        <option value="">{field.isRequired ? t('field.choose') : t('field.notSet')}</option>
      )}
      {!isKnown && value !== null && <option value={plainText(value)}>{plainText(value)}</option>}
      {choices.map((each) => (
        <option key={each.value} value={each.value}>
          {labelIn(each.label, language)}
        </option>
      ))}
    </Select>
  )
}

/** How a choice stands on a record's page. */
export const choiceInput: FieldInput = { Input: ChoiceInput }
