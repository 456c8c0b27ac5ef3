/** Fills in a number, in the digits of any script; written in those of the reader. */
import { useLocale } from '@haykal/messages/react'
import type { Json } from '@haykal/model'
import { TextInput } from '@haykal/ui/text-input/text-input.tsx'
import { isNumeric, isTiny } from './amount.tsx'
import type { InputProps } from './field-input.ts'
import { typingAttributes } from './input-attributes.ts'
import styles from './inputs.module.css'
import { plainText } from './plain-value.tsx'
import { useTyped } from './use-typed.ts'

/** The properties of the input. */
export interface AmountInputProps extends InputProps {
  /** Which keys a phone offers: digits only, or a point as well. */
  readonly inputMode: 'numeric' | 'decimal'
  /** Digits after the point; absent: as many as the value has. */
  readonly scale?: number | undefined
  /** What it is an amount of, as `Intl` says it: its sign stands at the end of the input. Absent: a bare number. */
  readonly unit?: Intl.NumberFormatOptions | undefined
}

/** The input for a number of any kind. */
export function AmountInput(properties: AmountInputProps) {
  const { field, inputMode, scale = 0, unit } = properties
  const { format, locale } = useLocale()
  const write = (value: Json) =>
    isNumeric(value) && !isTiny(value)
      ? format.number(value, { useGrouping: false, minimumFractionDigits: scale, maximumFractionDigits: 20 })
      : plainText(value)
  const { text, type, tidy } = useTyped(properties, {
    write,
    read: (typed) => field.kind.fromText(typed, field.options),
  })
  const attributes = typingAttributes(properties)
  const input = (
    <TextInput
      {...attributes}
      {...(unit && { 'aria-describedby': [`${attributes.id}unit`, attributes['aria-describedby']].join(' ').trim() })}
      dir="ltr"
      className={styles.amount}
      value={text}
      inputMode={inputMode}
      autoComplete="off"
      onChange={(event) => type(event.target.value)}
      onBlur={tidy}
    />
  )
  if (!unit) return input
  return (
    <span className={styles.withUnit}>
      {input}
      <span id={`${attributes.id}unit`} className={styles.unit}>
        <bdi>{signOf(unit, locale)}</bdi>
      </span>
    </span>
  )
}

/** The sign of a unit alone: `€`, `ج.م.`, `%`. */
function signOf(unit: Intl.NumberFormatOptions, locale: string): string | undefined {
  const parts = new Intl.NumberFormat(locale, unit).formatToParts(0)
  return parts.find(({ type }) => type === 'currency' || type === 'unit' || type === 'percentSign')?.value
}
