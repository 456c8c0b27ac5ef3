/** How UUIDs look: as a code, from left to right. */
import { Code } from '../code.tsx'
import type { CellProps, FieldView } from '../field-view.ts'
import { PlainValue } from '../plain-value.tsx'

function UuidCell({ value }: CellProps) {
  return typeof value === 'string' ? <Code text={value} /> : <PlainValue value={value} />
}

/** The view of UUIDs. */
export const uuidView: FieldView = { Cell: UuidCell }
