/** How colours look: as a patch and their code, since many people cannot tell them apart. */
import type { CSSProperties } from 'react'
import styles from '../cells.module.css'
import { Code } from '../code.tsx'
import type { CellProps, FieldView } from '../field-view.ts'
import { PlainValue } from '../plain-value.tsx'
import { colourKind } from './colour.ts'

function ColourCell({ value }: CellProps) {
  const parsed = colourKind.parse(value, {})
  if (!parsed.ok) return <PlainValue value={value} />
  return (
    <span className={styles.record}>
      <span className={styles.patch} style={{ '--patch': parsed.value } as CSSProperties} />
      <Code text={parsed.value} />
    </span>
  )
}

/** The view of colours. */
export const colourView: FieldView = { Cell: ColourCell }
