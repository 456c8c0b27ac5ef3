/** How a line of text looks. */
import type { CellProps, FieldView } from '../field-view.ts'
import { PlainValue } from '../plain-value.tsx'

function TextCell({ value }: CellProps) {
  return <PlainValue value={value} />
}

/** The view of a line of text. */
export const textView: FieldView = { Cell: TextCell }
