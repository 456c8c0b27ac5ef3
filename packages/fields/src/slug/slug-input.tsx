/** Fills in slugs. */
import type { FieldInput } from '../field-input.ts'
import { LineInput, textInput } from '../text/text-input.tsx'

/** How slugs stand on a record's page. */
export const slugInput: FieldInput = { ...textInput, Input: LineInput }
