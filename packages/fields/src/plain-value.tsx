/** Shows what does not fit its kind, since an adopted database may hold anything: as it is, in one line. */
import { type Json, tameDirection } from '@haykal/model'
import { MarkedText } from './marked-text.tsx'

const longest = 300

/** A value of any kind as plain text. */
export function PlainValue({ value }: { readonly value: Json }) {
  return value === null ? null : (
    <bdi dir="auto">
      <MarkedText text={tameDirection(plainText(value))} />
    </bdi>
  )
}

/** A value of any kind as one line of text, cut where nobody reads on. */
export function plainText(value: Json): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  const start = text.length > longest ? `${text.slice(0, longest)}…` : text
  return start.replace(/\s+/g, ' ')
}
