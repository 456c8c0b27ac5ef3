/** Money as people read it. The company keeps its books in euros. */
import { useLocale } from 'haykal/web'

/** An amount, exact: the digits of the record are formatted as they are, never turned into a binary fraction. */
export function Money({ amount }: { readonly amount: string }) {
  const { format } = useLocale()
  return <bdi>{format.number(amount as `${number}`, { style: 'currency', currency: 'EUR' })}</bdi>
}

/** A cell of a list that holds an amount. */
export function MoneyCell({ value }: { readonly value: string | null }) {
  return value === null ? null : <Money amount={value} />
}
