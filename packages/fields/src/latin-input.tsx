/** Fills in what is written from left to right in every language: addresses, numbers to call, codes. */
import { TextInput } from '@haykal/ui/text-input/text-input.tsx'
import type { InputProps } from './field-input.ts'
import { typingAttributes } from './input-attributes.ts'
import styles from './inputs.module.css'
import { plainText } from './plain-value.tsx'
import { useTyped } from './use-typed.ts'

/** The properties of the input. */
export interface LatinInputProps extends InputProps {
  /** What the browser takes it for; absent: a text. */
  readonly type?: 'tel' | 'url'
  /** Which keys a phone offers; absent: letters. */
  readonly inputMode?: 'email' | 'tel' | 'url' | 'numeric'
  /** Its letters all have the same width, as those of codes have; absent: no. */
  readonly isCode?: boolean
}

/** The input. Nothing is filled in by the browser: what it knows is the reader's own, and records are about others. */
export function LatinInput(properties: LatinInputProps) {
  const { field, type: inputType = 'text', inputMode, isCode = false } = properties
  const { text, type, tidy } = useTyped(properties, {
    write: (value) =>
      field.kind.parse(value, field.options).ok ? field.kind.toText(value, field.options) : plainText(value),
    read: (typed) => field.kind.fromText(typed, field.options),
  })
  return (
    <TextInput
      {...typingAttributes(properties)}
      type={inputType}
      inputMode={inputMode}
      dir="ltr"
      className={isCode ? styles.latinCode : styles.amount}
      value={text}
      autoComplete="off"
      autoCapitalize="none"
      spellCheck={false}
      onChange={(event) => type(event.target.value)}
      onBlur={tidy}
    />
  )
}
