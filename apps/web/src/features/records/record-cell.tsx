/** One value in a list: as the project's own view shows it, else as its kind does. */
import { Searched, viewOf } from '@haykal/fields/views'
import { type Model, type ModelField, recordId } from '@haykal/model'
import type { ModelView } from 'haykal/web'
import { type ComponentType, useContext } from 'react'
import type { ListedRecord } from './page-window.ts'

/** The properties of a cell. */
export interface RecordCellProps {
  readonly field: ModelField
  readonly listed: ListedRecord
  /** The project's own view of the model; undefined where it has none. */
  readonly view: ModelView | undefined
  /** The value may be a link, as it does not stand inside of another; absent: it may not. */
  readonly mayLink?: boolean
}

/** What every cell is given, whoever wrote it. */
type AnyCell = ComponentType<{
  readonly value: unknown
  readonly record: ListedRecord['record']
  readonly field: ModelField
  readonly titles: ListedRecord['titles']
  readonly mayLink: boolean
}>

/** The value of a field of a record. */
export function RecordCell({ field, listed: { record, titles }, view, mayLink = false }: RecordCellProps) {
  const Cell = cellOf(field, view)
  const isOfOther = useContext(Searched) !== undefined && !field.isSearchable
  const cell = (
    <Cell value={record[field.name] ?? null} record={record} field={field} titles={titles} mayLink={mayLink} />
  )
  // What a search does not look into is not why a record was found.
  return isOfOther ? <Searched value={undefined}>{cell}</Searched> : cell
}

/**
 * The key of a cell whose place is drawn again with other records: what a project's own cell remembers belongs to the
 * record. Undefined for the cells of the kinds of fields, which remember nothing.
 */
export function cellKey(model: Model, { field, listed, view }: RecordCellProps): string | undefined {
  return ownCell(field, view) && recordId(model, listed.record)
}

function cellOf(field: ModelField, view: ModelView | undefined): AnyCell {
  return ownCell(field, view) ?? (viewOf(field).Cell as AnyCell)
}

function ownCell(field: ModelField, view: ModelView | undefined): AnyCell | undefined {
  const cells = view?.cells as { readonly [name: string]: AnyCell } | undefined
  return cells && Object.hasOwn(cells, field.name) ? cells[field.name] : undefined
}
