/** Fills in whole numbers. */
import { AmountInput } from '../amount-input.tsx'
import type { FieldInput, InputProps } from '../field-input.ts'

function WholeNumberInput(properties: InputProps) {
  return <AmountInput {...properties} inputMode="numeric" />
}

/** How whole numbers stand on a record's page. */
export const integerInput: FieldInput = { Input: WholeNumberInput }
