/** A column in the panel: its handle, whether it is shown, how wide it is, and the edge that it is pinned to. */
import { columnWidths, type ViewColumn } from '@haykal/contract'
import { useLocale } from '@haykal/messages/react'
import { IconButton } from '@haykal/ui/button/button.tsx'
import { Checkbox } from '@haykal/ui/checkbox/checkbox.tsx'
import { classNames } from '@haykal/ui/class-names.ts'
import { Icon } from '@haykal/ui/icon/icon.tsx'
import { TextInput } from '@haykal/ui/text-input/text-input.tsx'
import { pinnedColumn, toggledColumn, widenedColumn } from './chosen-columns.ts'
import type { useDraggedRow } from './use-dragged-row.ts'
import styles from './view-acts.module.css'

/** The properties of the row. */
export interface ColumnRowProps {
  readonly column: ViewColumn
  /** All that are shown. */
  readonly columns: readonly ViewColumn[]
  readonly name: string
  readonly drag: ReturnType<typeof useDraggedRow>
  /** There are columns to be wide and pinned; on a phone there are cards. */
  readonly isSized: boolean
  readonly onChange: (columns: readonly ViewColumn[]) => void
}

/** The row. */
export function ColumnRow({ column, columns, name, drag, isSized, onChange }: ColumnRowProps) {
  const { t } = useLocale()
  const { field } = column
  const move = t('viewActs.move', { field: name })
  return (
    <li ref={drag.row(field)} className={classNames(styles.column, drag.held === field && styles.dragged)}>
      <button type="button" className={styles.handle} aria-label={move} data-tooltip={move} {...drag.handle(field)}>
        <Icon name="menu" />
      </button>
      <Checkbox checked disabled={columns.length === 1} onChange={() => onChange(toggledColumn(columns, field))}>
        <bdi>{name}</bdi>
      </Checkbox>
      {isSized && (
        <>
          <WidthInput column={column} name={name} onWidth={(width) => onChange(widenedColumn(columns, field, width))} />
          <IconButton
            icon="pin"
            className={column.pin && styles.pinned}
            label={pinText(t, column, name)}
            onClick={() => onChange(pinnedColumn(columns, field))}
          />
        </>
      )}
    </li>
  )
}

function pinText(t: ReturnType<typeof useLocale>['t'], { pin }: ViewColumn, field: string): string {
  if (pin === undefined) return t('viewActs.pinStart', { field })
  return pin === 'start' ? t('viewActs.pinEnd', { field }) : t('viewActs.unpin', { field })
}

interface WidthInputProps {
  readonly column: ViewColumn
  readonly name: string
  readonly onWidth: (width: number | undefined) => void
}

/** Pixels; empty: as the values ask for. Kept when one leaves it, as half a number is another one. */
function WidthInput({ column: { width }, name, onWidth }: WidthInputProps) {
  const { t } = useLocale()
  const text = width === undefined ? '' : String(width)
  const commit = ({ value, valueAsNumber }: HTMLInputElement) => {
    if (value === text) return
    if (value === '') onWidth(undefined)
    else if (Number.isFinite(valueAsNumber)) onWidth(valueAsNumber)
  }
  return (
    <TextInput
      key={text}
      type="number"
      step={8}
      min={columnWidths.least}
      max={columnWidths.most}
      defaultValue={text}
      placeholder={t('viewActs.auto')}
      aria-label={t('viewActs.width', { field: name })}
      onBlur={(event) => commit(event.currentTarget)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit(event.currentTarget)
      }}
    />
  )
}
