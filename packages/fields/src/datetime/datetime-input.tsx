/** Fills in moments on the reader's clock, with the calendar that the browser has. */
import { TextInput } from '@haykal/ui/text-input/text-input.tsx'
import type { FieldInput, InputProps } from '../field-input.ts'
import { inputAttributes } from '../input-attributes.ts'
import styles from '../inputs.module.css'
import { LineInput } from '../text/text-input.tsx'
import { useTyped } from '../use-typed.ts'
import { datetimeKind } from './datetime.ts'
import { fromLocalMoment, toLocalMoment } from './local-moment.ts'

function MomentInput(properties: InputProps) {
  const { field, value, onFault } = properties
  const { text, type } = useTyped(properties, {
    write: (moment) => toLocalMoment(String(moment)),
    read: (typed) => datetimeKind.fromText(fromLocalMoment(typed), field.options),
  })
  // The browser's own input shows nothing of what is no moment; a plain one shows it, to be corrected.
  const isStrange = value !== null && !datetimeKind.parse(value, field.options).ok
  if (isStrange) return <LineInput {...properties} />
  return (
    <TextInput
      {...inputAttributes(properties)}
      type="datetime-local"
      dir={undefined}
      className={styles.moment}
      step="any"
      value={text}
      onChange={(event) => {
        if (event.target.validity.badInput) onFault({ code: 'bad_datetime' })
        else type(event.target.value)
      }}
    />
  )
}

/** How moments stand on a record's page. */
export const datetimeInput: FieldInput = { Input: MomentInput }
