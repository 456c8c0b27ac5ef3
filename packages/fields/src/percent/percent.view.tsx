/** How percentages look: with their sign, as the reader's language writes it. */
import { Amount } from '../amount.tsx'
import type { CellProps, FieldView } from '../field-view.ts'
import { type PercentOptions, perCent } from './percent.ts'

function PercentCell({ value, field }: CellProps) {
  return <Amount value={value} scale={(field.options as PercentOptions).scale} unit={perCent} />
}

/** The view of percentages. */
export const percentView: FieldView = { Cell: PercentCell, align: 'end' }
