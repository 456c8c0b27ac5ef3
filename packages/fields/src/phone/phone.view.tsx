/** How phone numbers look: in groups of digits, as links that call. */
import type { CellProps, FieldView } from '../field-view.ts'
import { OutLink, type OutLinkProps, standing } from '../out-link.tsx'
import { PlainValue } from '../plain-value.tsx'
import { phoneKind, readablePhone } from './phone.ts'

/** A phone number; plain text for what is none. */
export function PhoneLink({ value, as }: Pick<CellProps, 'value'> & Pick<OutLinkProps, 'as'>) {
  const parsed = phoneKind.parse(value, {})
  if (!parsed.ok) return <PlainValue value={value} />
  return <OutLink href={`tel:${parsed.value}`} text={readablePhone(parsed.value)} as={as} />
}

function PhoneCell({ value, mayLink }: CellProps) {
  return <PhoneLink value={value} as={standing(mayLink)} />
}

/** The view of phone numbers. */
export const phoneView: FieldView = { Cell: PhoneCell }
