/** Fills in a line of text. */
import { tameDirection } from '@haykal/model'
import { TextInput } from '@haykal/ui/text-input/text-input.tsx'
import type { FieldInput, InputProps } from '../field-input.ts'
import type { CellProps } from '../field-view.ts'
import { typingAttributes } from '../input-attributes.ts'
import styles from '../inputs.module.css'
import { PlainValue, plainText } from '../plain-value.tsx'
import { useTyped } from '../use-typed.ts'

/** The input for a line of text. */
export function LineInput(properties: InputProps) {
  const { field } = properties
  const { text, type, tidy } = useTyped(properties, {
    write: (value) => (typeof value === 'string' ? value : plainText(value)),
    read: (typed) => field.kind.fromText(typed, field.options),
  })
  return (
    <TextInput
      {...typingAttributes(properties)}
      className={styles.line}
      value={text}
      autoComplete="off"
      onChange={(event) => type(event.target.value)}
      onBlur={tidy}
    />
  )
}

function Whole({ value }: CellProps) {
  return typeof value === 'string' ? <bdi dir="auto">{tameDirection(value)}</bdi> : <PlainValue value={value} />
}

/** How a line of text stands on a record's page. */
export const textInput: FieldInput = { Input: LineInput, Show: Whole }
