/** How slugs look: as the words that they are. */
import type { FieldView } from '../field-view.ts'
import { textView } from '../text/text.view.tsx'

/** The view of slugs. */
export const slugView: FieldView = { Cell: textView.Cell }
