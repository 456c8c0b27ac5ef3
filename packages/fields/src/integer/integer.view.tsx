/** How whole numbers look. */
import { Amount } from '../amount.tsx'
import type { CellProps, FieldView } from '../field-view.ts'

function IntegerCell({ value, field }: CellProps) {
  return <Amount value={value} isName={field.isKey || field.isUnique} />
}

/** The view of whole numbers. */
export const integerView: FieldView = { Cell: IntegerCell, align: 'end' }
