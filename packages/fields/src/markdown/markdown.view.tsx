/** How formatted text looks in one line: its first, without its marks. */
import type { CellProps, FieldView } from '../field-view.ts'
import { PlainValue } from '../plain-value.tsx'
import { firstLine } from './first-line.ts'

function MarkdownCell({ value }: CellProps) {
  return <PlainValue value={typeof value === 'string' ? firstLine(value) : value} />
}

/** The view of formatted text. */
export const markdownView: FieldView = { Cell: MarkdownCell, isWide: true }
