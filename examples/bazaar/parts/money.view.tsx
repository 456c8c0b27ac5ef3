/** Money as people read it. */
import { useLocale } from 'haykal/web'
import { currency } from '../models/currency.ts'

/** An amount, exact: the digits of the record are formatted as they are, never turned into a binary fraction. */
export function Money({ amount }: { readonly amount: string }) {
  const { format } = useLocale()
  return <bdi>{format.number(amount as `${number}`, { style: 'currency', currency })}</bdi>
}
