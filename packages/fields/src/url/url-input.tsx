/** Reads and fills in addresses of web pages. */
import type { FieldInput, InputProps } from '../field-input.ts'
import type { CellProps } from '../field-view.ts'
import { LatinInput } from '../latin-input.tsx'
import { PageLink } from './url.view.tsx'

function UrlLineInput(properties: InputProps) {
  return <LatinInput {...properties} type="url" inputMode="url" />
}

function Page({ value }: CellProps) {
  return <PageLink value={value} as="page" />
}

/** How addresses stand on a record's page. */
export const urlInput: FieldInput = { Input: UrlLineInput, Show: Page }
