/** How JSON looks in one line: its beginning. */
import { tameDirection } from '@haykal/model'
import styles from '../cells.module.css'
import type { CellProps, FieldView } from '../field-view.ts'
import { plainText } from '../plain-value.tsx'

function JsonCell({ value }: CellProps) {
  return value === null ? null : (
    <bdi dir="ltr" className={styles.code}>
      {tameDirection(plainText(value))}
    </bdi>
  )
}

/** The view of JSON. */
export const jsonView: FieldView = { Cell: JsonCell, isWide: true }
