/** How email addresses look: as links to the mail program. */
import { tameDirection } from '@haykal/model'
import type { CellProps, FieldView } from '../field-view.ts'
import { OutLink, type OutLinkProps, standing } from '../out-link.tsx'
import { PlainValue } from '../plain-value.tsx'
import { emailKind, mailAddress } from './email.ts'

/** An email address; plain text for what is none. */
export function EmailLink({ value, as }: Pick<CellProps, 'value'> & Pick<OutLinkProps, 'as'>) {
  const parsed = emailKind.parse(value, {})
  if (!parsed.ok) return <PlainValue value={value} />
  return <OutLink href={mailAddress(parsed.value)} text={tameDirection(String(value))} as={as} />
}

function EmailCell({ value, mayLink }: CellProps) {
  return <EmailLink value={value} as={standing(mayLink)} />
}

/** The view of email addresses. */
export const emailView: FieldView = { Cell: EmailCell }
