/** How amounts of money look: with their currency, as the reader's language writes it. */
import { Amount } from '../amount.tsx'
import type { CellProps, FieldView } from '../field-view.ts'
import { type MoneyOptions, scaleOf } from './money.ts'

function MoneyCell({ value, field }: CellProps) {
  const options = field.options as unknown as MoneyOptions
  return <Amount value={value} scale={scaleOf(options)} unit={{ style: 'currency', currency: options.currency }} />
}

/** The view of amounts of money. */
export const moneyView: FieldView = { Cell: MoneyCell, align: 'end' }
