/** Fills in days, with the calendar that the browser has. */
import { TextInput } from '@haykal/ui/text-input/text-input.tsx'
import type { FieldInput, InputProps } from '../field-input.ts'
import { inputAttributes } from '../input-attributes.ts'
import styles from '../inputs.module.css'
import { LineInput } from '../text/text-input.tsx'
import { useTyped } from '../use-typed.ts'
import { dateKind } from './date.ts'

function DayInput(properties: InputProps) {
  const { field, value, onFault } = properties
  const { text, type } = useTyped(properties, {
    write: String,
    read: (typed) => dateKind.fromText(typed, field.options),
  })
  // The browser's own input shows nothing of what is no day; a plain one shows it, to be corrected.
  const isStrange = value !== null && !dateKind.parse(value, field.options).ok
  if (isStrange) return <LineInput {...properties} />
  return (
    <TextInput
      {...inputAttributes(properties)}
      type="date"
      dir={undefined}
      className={styles.moment}
      min="0001-01-01"
      max="9999-12-31"
      value={text}
      onChange={(event) => {
        if (event.target.validity.badInput) onFault({ code: 'bad_date' })
        else type(event.target.value)
      }}
    />
  )
}

/** How days stand on a record's page. */
export const dateInput: FieldInput = { Input: DayInput }
