/** How a relation looks: the title of the record that it points to, with its initial. */
import { tameDirection } from '@haykal/model'
import { Avatar } from '@haykal/ui/avatar/avatar.tsx'
import styles from '../cells.module.css'
import type { CellProps, FieldView } from '../field-view.ts'
import { MarkedText } from '../marked-text.tsx'
import { plainText } from '../plain-value.tsx'
import { titleOf } from './title-of.ts'

function RelationCell({ value, field, titles }: CellProps) {
  if (value === null) return null
  const title = tameDirection(titleOf(titles, field, value) ?? plainText(value))
  return (
    <span className={styles.record}>
      {hasInitial(title) && <Avatar name={title} />}
      <bdi dir="auto" className={styles.line}>
        <MarkedText text={title} />
      </bdi>
    </span>
  )
}

/** Whether a title has a letter in it: of a bare number, the first digit tells nothing. */
export function hasInitial(title: string): boolean {
  return /\p{L}/u.test(title)
}

/** The view of relations. */
export const relationView: FieldView = { Cell: RelationCell }
