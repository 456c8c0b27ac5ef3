/** Reads and fills in phone numbers. */
import type { FieldInput, InputProps } from '../field-input.ts'
import type { CellProps } from '../field-view.ts'
import { LatinInput } from '../latin-input.tsx'
import { PhoneLink } from './phone.view.tsx'

function NumberInput(properties: InputProps) {
  return <LatinInput {...properties} type="tel" inputMode="tel" />
}

function Call({ value }: CellProps) {
  return <PhoneLink value={value} as="page" />
}

/** How phone numbers stand on a record's page. */
export const phoneInput: FieldInput = { Input: NumberInput, Show: Call }
