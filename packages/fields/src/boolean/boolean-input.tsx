/** Fills in a yes or no: a box where it must be one of them, a list of three where it may stay open. */
import { useLocale } from '@haykal/messages/react'
import { Checkbox } from '@haykal/ui/checkbox/checkbox.tsx'
import { Select } from '@haykal/ui/select/select.tsx'
import type { FieldInput, InputProps } from '../field-input.ts'
import { inputAttributes } from '../input-attributes.ts'

function YesOrNoInput(properties: InputProps) {
  return properties.field.isRequired ? <Box {...properties} /> : <Three {...properties} />
}

function Box(properties: InputProps) {
  const { value, onChange } = properties
  // A box cannot be required in the sense of a text: unticked is an answer too.
  const { 'aria-required': _, ...attributes } = inputAttributes(properties)
  return <Checkbox {...attributes} checked={value === true} onChange={(event) => onChange(event.target.checked)} />
}

function Three(properties: InputProps) {
  const { value, onChange } = properties
  const { t } = useLocale()
  return (
    <Select
      {...inputAttributes(properties)}
      value={typeof value === 'boolean' ? String(value) : ''}
      onChange={(event) => onChange(event.target.value === '' ? null : event.target.value === 'true')}
    >
      <option value="">{t('field.notSet')}</option>
      <option value="true">{t('app.yes')}</option>
      <option value="false">{t('app.no')}</option>
    </Select>
  )
}

/** How a yes or no stands on a record's page. */
export const booleanInput: FieldInput = {
  Input: YesOrNoInput,
  untouched: (field) => (field.isRequired ? false : null),
}
