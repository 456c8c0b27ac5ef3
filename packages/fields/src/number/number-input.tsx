/** Fills in measured numbers. */
import { AmountInput } from '../amount-input.tsx'
import type { FieldInput, InputProps } from '../field-input.ts'

function MeasureInput(properties: InputProps) {
  return <AmountInput {...properties} inputMode="decimal" />
}

/** How measured numbers stand on a record's page. */
export const numberInput: FieldInput = { Input: MeasureInput }
