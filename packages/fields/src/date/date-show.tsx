/** How days are read where there is room: with the Hijri date beside them, for who wants it. */
import type { CellProps } from '../field-view.ts'
import { HijriBeside } from '../hijri-beside.tsx'
import { dateKind } from './date.ts'
import { dateView } from './date.view.tsx'

/** A day on a record's page. */
export function DateShow(properties: CellProps) {
  const { Cell } = dateView
  const day = dateKind.parse(properties.value, properties.field.options)
  if (!day.ok) return <Cell {...properties} />
  return (
    <HijriBeside value={day.value}>
      <Cell {...properties} />
    </HijriBeside>
  )
}
