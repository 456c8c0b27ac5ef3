/** How exact decimals look. */
import { Amount } from '../amount.tsx'
import type { CellProps, FieldView } from '../field-view.ts'
import type { DecimalOptions } from './decimal.ts'

function DecimalCell({ value, field }: CellProps) {
  return <Amount value={value} scale={(field.options as DecimalOptions).scale} />
}

/** The view of exact decimals. */
export const decimalView: FieldView = { Cell: DecimalCell, align: 'end' }
