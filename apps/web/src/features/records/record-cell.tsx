/** One value in a list: as the project's own view shows it, else as its kind does. */
import { viewOf } from '@haykal/fields/views'
import type { ModelField } from '@haykal/model'
import type { ModelView } from 'haykal/web'
import type { ComponentType } from 'react'
import type { ListedRecord } from './page-window.ts'

/** The properties of a cell. */
export interface RecordCellProps {
  readonly field: ModelField
  readonly listed: ListedRecord
  /** The project's own view of the model; undefined where it has none. */
  readonly view: ModelView | undefined
}

/** What every cell is given, whoever wrote it. */
type AnyCell = ComponentType<{
  readonly value: unknown
  readonly record: ListedRecord['record']
  readonly field: ModelField
  readonly titles: ListedRecord['titles']
}>

/** The value of a field of a record. */
export function RecordCell({ field, listed: { record, titles }, view }: RecordCellProps) {
  const Cell = cellOf(field, view)
  return <Cell value={record[field.name] ?? null} record={record} field={field} titles={titles} />
}

function cellOf(field: ModelField, view: ModelView | undefined): AnyCell {
  const cells = view?.cells as { readonly [name: string]: AnyCell } | undefined
  if (cells && Object.hasOwn(cells, field.name) && cells[field.name]) return cells[field.name] as AnyCell
  return viewOf(field).Cell as AnyCell
}
