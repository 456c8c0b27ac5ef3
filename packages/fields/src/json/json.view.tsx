/** How JSON looks in one line: its beginning. */
import { Code } from '../code.tsx'
import type { CellProps, FieldView } from '../field-view.ts'
import { plainText } from '../plain-value.tsx'

function JsonCell({ value }: CellProps) {
  return value === null ? null : <Code text={plainText(value)} />
}

/** The view of JSON. */
export const jsonView: FieldView = { Cell: JsonCell, isWide: true }
