/** Fills in percentages. */
import { AmountInput } from '../amount-input.tsx'
import type { FieldInput, InputProps } from '../field-input.ts'
import { type PercentOptions, perCent } from './percent.ts'

function PercentInput(properties: InputProps) {
  const { scale } = properties.field.options as PercentOptions
  return <AmountInput {...properties} inputMode="decimal" scale={scale} unit={perCent} />
}

/** How percentages stand on a record's page. */
export const percentInput: FieldInput = { Input: PercentInput }
