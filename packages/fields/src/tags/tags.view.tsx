/** How tags look: one label each. */
import { tameDirection } from '@haykal/model'
import styles from '../cells.module.css'
import type { CellProps, FieldView } from '../field-view.ts'
import { MarkedText } from '../marked-text.tsx'
import { PlainValue } from '../plain-value.tsx'
import { tagsKind } from './tags.ts'

function TagsCell({ value }: CellProps) {
  const parsed = tagsKind.parse(value, {})
  if (!parsed.ok) return <PlainValue value={value} />
  return (
    <span className={styles.labels}>
      {parsed.value.map((tag) => (
        <bdi key={tag} className={styles.label}>
          <MarkedText text={tameDirection(tag)} />
        </bdi>
      ))}
    </span>
  )
}

/** The view of tags. */
export const tagsView: FieldView = { Cell: TagsCell }
