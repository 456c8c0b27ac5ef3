/** Fills in a line of text. */
import { TextInput } from '@haykal/ui/text-input/text-input.tsx'
import type { FieldInput, InputProps } from '../field-input.ts'
import { inputAttributes } from '../input-attributes.ts'
import { plainText } from '../plain-value.tsx'
import { useTyped } from '../use-typed.ts'

/** The input for a line of text. */
export function LineInput(properties: InputProps) {
  const { field } = properties
  const { text, type } = useTyped(properties, {
    write: (value) => (typeof value === 'string' ? value : plainText(value)),
    read: (typed) => field.kind.fromText(typed, field.options),
  })
  return (
    <TextInput
      {...inputAttributes(properties)}
      value={text}
      autoComplete="off"
      onChange={(event) => type(event.target.value)}
    />
  )
}

/** How a line of text stands on a record's page. */
export const textInput: FieldInput = { Input: LineInput }
