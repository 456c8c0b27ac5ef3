/** A number in the digits of the reader, exact however large it is. */
import type { Numeric } from '@haykal/messages'
import { useLocale } from '@haykal/messages/react'
import type { Json } from '@haykal/model'
import styles from './cells.module.css'
import { PlainValue } from './plain-value.tsx'

/** The properties of an amount. */
export interface AmountProps {
  readonly value: Json
  /** Digits after the point; absent: as many as the value has. */
  readonly scale?: number | undefined
  /** It names something (a key, a number on a paper) rather than counts: no separators of thousands. */
  readonly isName?: boolean
  /** What it is an amount of, as `Intl` says it: a currency, per cent. Absent: a bare number. */
  readonly unit?: Intl.NumberFormatOptions | undefined
}

/** A number; plain text for what is none. */
export function Amount({ value, scale, isName = false, unit }: AmountProps) {
  const { format } = useLocale()
  if (!isNumeric(value)) return <PlainValue value={value} />
  const options: Intl.NumberFormatOptions = {
    ...unit,
    useGrouping: !isName,
    ...(scale === undefined
      ? { maximumFractionDigits: 20 }
      : { minimumFractionDigits: scale, maximumFractionDigits: 20 }),
  }
  return <bdi className={styles.amount}>{isTiny(value) ? String(value) : format.number(value, options)}</bdi>
}

/** Whether a value is a number, or the digits of one. */
export function isNumeric(value: Json): value is Numeric & Json {
  return typeof value === 'number' || (typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value))
}

/** Whether a number would be written with more zeros than anyone reads. */
export function isTiny(value: Json): boolean {
  const size = typeof value === 'number' ? Math.abs(value) : 1
  return size !== 0 && (size < 1e-9 || size >= 1e21)
}
