/** How moments are read where there is room: with the Hijri date beside them, for who wants it. */
import type { CellProps } from '../field-view.ts'
import { HijriBeside } from '../hijri-beside.tsx'
import { datetimeKind } from './datetime.ts'
import { datetimeView } from './datetime.view.tsx'

/** A moment on a record's page. */
export function DatetimeShow(properties: CellProps) {
  const { Cell } = datetimeView
  const moment = datetimeKind.parse(properties.value, properties.field.options)
  if (!moment.ok) return <Cell {...properties} />
  return (
    <HijriBeside value={moment.value}>
      <Cell {...properties} />
    </HijriBeside>
  )
}
