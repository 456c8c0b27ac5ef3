/** Fills in UUIDs. */
import type { FieldInput, InputProps } from '../field-input.ts'
import { LatinInput } from '../latin-input.tsx'

function UuidLineInput(properties: InputProps) {
  return <LatinInput {...properties} isCode />
}

/** How UUIDs stand on a record's page. */
export const uuidInput: FieldInput = { Input: UuidLineInput }
