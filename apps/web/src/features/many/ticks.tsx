/** The boxes by which the rows of a grid are chosen: one in each row, and one over them for those in sight. They lie in the margin. */
import { useLocale } from '@haykal/messages/react'
import { type Model, recordId } from '@haykal/model'
import type { TickAllProps, TickProps } from '../records/choosing.ts'
import type { ListedRecord } from '../records/page-window.ts'
import { titleOfRecord } from '../records/title-of-record.ts'

/** The box of a row. The keys move over the rows, not over their boxes. */
export function Tick({ acts, model, row, listed, isChosen, className }: TickProps) {
  const { t } = useLocale()
  const semantics = { role: 'gridcell', 'aria-colindex': 1 }
  return (
    <div {...semantics} className={className}>
      {listed && (
        <label>
          <input
            type="checkbox"
            tabIndex={-1}
            checked={isChosen}
            aria-label={t('many.choose', { title: titleOf(model, listed) })}
            onChange={({ nativeEvent }) => {
              const isRange = 'shiftKey' in nativeEvent && nativeEvent.shiftKey === true
              if (isRange) acts.extend(row)
              else acts.toggle(row)
            }}
          />
        </label>
      )}
    </div>
  )
}

/** The box over the rows. */
export function TickAll({ choosing: { isOn, isChosen, acts }, first, count, className }: TickAllProps) {
  const { t } = useLocale()
  const semantics = { role: 'columnheader', 'aria-colindex': 1 }
  const ids = Array.from({ length: count }, (_, index) => acts.idAt(first + index))
  const isAll = ids[0] !== undefined && ids.every((id) => id === undefined || isChosen(id))
  return (
    <div {...semantics} className={className}>
      <label>
        <input
          type="checkbox"
          ref={(box) => {
            if (box) box.indeterminate = isOn && !isAll
          }}
          checked={isAll}
          aria-label={t('many.chooseShown')}
          onChange={() =>
            acts.set(
              ids.map((_, index) => first + index),
              !isAll,
            )
          }
        />
      </label>
    </div>
  )
}

function titleOf(model: Model, { record, titles }: ListedRecord): string {
  return titleOfRecord(model, { data: record, meta: { id: recordId(model, record), titles } })
}
