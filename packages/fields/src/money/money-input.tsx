/** Fills in amounts of money. */
import { AmountInput } from '../amount-input.tsx'
import type { FieldInput, InputProps } from '../field-input.ts'
import { type MoneyOptions, scaleOf } from './money.ts'

function MoneyInput(properties: InputProps) {
  const options = properties.field.options as unknown as MoneyOptions
  const unit = { style: 'currency', currency: options.currency } as const
  return <AmountInput {...properties} inputMode="decimal" scale={scaleOf(options)} unit={unit} />
}

/** How amounts of money stand on a record's page. */
export const moneyInput: FieldInput = { Input: MoneyInput }
