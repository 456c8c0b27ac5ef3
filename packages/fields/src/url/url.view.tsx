/** How addresses of web pages look: as links, which open beside the application. */
import { tameDirection } from '@haykal/model'
import type { CellProps, FieldView } from '../field-view.ts'
import { OutLink, type OutLinkProps, standing } from '../out-link.tsx'
import { PlainValue } from '../plain-value.tsx'
import { readableUrl, urlKind } from './url.ts'

/** An address; plain text for what is none that is safe to follow. */
export function PageLink({ value, as }: Pick<CellProps, 'value'> & Pick<OutLinkProps, 'as'>) {
  const parsed = urlKind.parse(value, {})
  if (!parsed.ok) return <PlainValue value={value} />
  return <OutLink href={parsed.value} text={tameDirection(readableUrl(parsed.value))} as={as} />
}

function UrlCell({ value, mayLink }: CellProps) {
  return <PageLink value={value} as={standing(mayLink)} />
}

/** The view of addresses. */
export const urlView: FieldView = { Cell: UrlCell }
