/** Reads and fills in UUIDs. */
import { tameDirection } from '@haykal/model'
import type { FieldInput, InputProps } from '../field-input.ts'
import type { CellProps } from '../field-view.ts'
import styles from '../inputs.module.css'
import { LatinInput } from '../latin-input.tsx'
import { PlainValue } from '../plain-value.tsx'

function UuidLineInput(properties: InputProps) {
  return <LatinInput {...properties} isCode />
}

function Whole({ value }: CellProps) {
  if (typeof value !== 'string') return <PlainValue value={value} />
  return (
    <bdi dir="ltr" className={styles.wholeCode}>
      {tameDirection(value)}
    </bdi>
  )
}

/** How UUIDs stand on a record's page. */
export const uuidInput: FieldInput = { Input: UuidLineInput, Show: Whole }
