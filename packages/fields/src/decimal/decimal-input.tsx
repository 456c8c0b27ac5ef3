/** Fills in exact decimals. */
import { AmountInput } from '../amount-input.tsx'
import type { FieldInput, InputProps } from '../field-input.ts'
import type { DecimalOptions } from './decimal.ts'

function DecimalInput(properties: InputProps) {
  return <AmountInput {...properties} inputMode="decimal" scale={(properties.field.options as DecimalOptions).scale} />
}

/** How exact decimals stand on a record's page. */
export const decimalInput: FieldInput = { Input: DecimalInput }
