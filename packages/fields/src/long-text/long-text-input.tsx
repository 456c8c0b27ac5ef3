/** Reads and fills in text of many lines. */
import { tameDirection } from '@haykal/model'
import { TextArea } from '@haykal/ui/text-input/text-input.tsx'
import type { FieldInput, InputProps } from '../field-input.ts'
import type { CellProps } from '../field-view.ts'
import { typingAttributes } from '../input-attributes.ts'
import styles from '../inputs.module.css'
import { PlainValue, plainText } from '../plain-value.tsx'
import { useTyped } from '../use-typed.ts'

/** The input for text of many lines. */
export function LinesInput(properties: InputProps) {
  const { field } = properties
  const { text, type } = useTyped(properties, {
    write: (value) => (typeof value === 'string' ? value : plainText(value)),
    read: (typed) => field.kind.fromText(typed, field.options),
  })
  return <TextArea {...typingAttributes(properties)} value={text} onChange={(event) => type(event.target.value)} />
}

function Lines({ value }: CellProps) {
  if (typeof value !== 'string') return <PlainValue value={value} />
  return <p className={styles.lines}>{tameDirection(value)}</p>
}

/** How text of many lines stands on a record's page. */
export const longTextInput: FieldInput = { Input: LinesInput, Show: Lines }
