/** How text of many lines looks in one: its beginning. */
import type { FieldView } from '../field-view.ts'
import { textView } from '../text/text.view.tsx'

/** The view of text of many lines. */
export const longTextView: FieldView = { Cell: textView.Cell, isWide: true }
