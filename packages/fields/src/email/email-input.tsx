/** Reads and fills in email addresses. */
import type { FieldInput, InputProps } from '../field-input.ts'
import type { CellProps } from '../field-view.ts'
import { LatinInput } from '../latin-input.tsx'
import { EmailLink } from './email.view.tsx'

// Not an input of the type "email": there, browsers rewrite a domain in other letters than Latin while one types.
function AddressInput(properties: InputProps) {
  return <LatinInput {...properties} inputMode="email" />
}

function Address({ value }: CellProps) {
  return <EmailLink value={value} as="page" />
}

/** How email addresses stand on a record's page. */
export const emailInput: FieldInput = { Input: AddressInput, Show: Address }
