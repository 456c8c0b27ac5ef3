/** How measured numbers look. */
import { Amount } from '../amount.tsx'
import type { CellProps, FieldView } from '../field-view.ts'

function NumberCell({ value }: CellProps) {
  return <Amount value={value} />
}

/** The view of measured numbers. */
export const numberView: FieldView = { Cell: NumberCell, align: 'end' }
