/** Choosing columns: which of a model's fields a list shows, in which order, how wide, at which edge. */
import type { ViewColumn } from '@haykal/contract'
import { isSameJson, type Json, type Model } from '@haykal/model'
import { fittingWidth } from './columns-text.ts'
import { inPlace } from './shown-model.ts'

/** The columns of a list, as they stand; the model's own where nothing is chosen. Fields that are not there are left out. */
export function chosenColumns(model: Model, columns: readonly ViewColumn[] | undefined): readonly ViewColumn[] {
  const there = inPlace(columns ?? []).filter(({ field }) => model.field(field))
  return there.length > 0 ? there : model.columns.map(({ name }) => ({ field: name }))
}

/** What a list keeps of chosen columns: nothing, where they are the model's own. */
export function keptColumns(model: Model, columns: readonly ViewColumn[]): readonly ViewColumn[] | undefined {
  const isOwn = isSameJson(columns as unknown as Json, chosenColumns(model, undefined) as unknown as Json)
  return isOwn ? undefined : columns
}

/** Shows a field, or leaves it out; one column stays in any case. */
export function toggledColumn(columns: readonly ViewColumn[], field: string): readonly ViewColumn[] {
  const others = columns.filter((column) => column.field !== field)
  if (others.length === columns.length) return inPlace([...columns, { field }])
  return others.length === 0 ? columns : others
}

/** Puts a column in another place, among those at the same edge. */
export function movedColumn(columns: readonly ViewColumn[], from: number, to: number): readonly ViewColumn[] {
  const column = columns[from]
  if (!column) return columns
  return inPlace(columns.toSpliced(from, 1).toSpliced(Math.max(0, Math.min(columns.length - 1, to)), 0, column))
}

/** Sets the width of a column; undefined: as its values ask for. */
export function widenedColumn(
  columns: readonly ViewColumn[],
  field: string,
  width: number | undefined,
): readonly ViewColumn[] {
  return columns.map((column) => {
    if (column.field !== field) return column
    const { width: _, ...rest } = column
    return width === undefined ? rest : { ...rest, width: fittingWidth(width) }
  })
}

/** Where a column is pinned to next: the start, the end, nowhere. */
export function pinnedColumn(columns: readonly ViewColumn[], field: string): readonly ViewColumn[] {
  const next = columns.map((column): ViewColumn => {
    if (column.field !== field) return column
    const { pin, ...rest } = column
    return pin === undefined ? { ...rest, pin: 'start' } : pin === 'start' ? { ...rest, pin: 'end' } : rest
  })
  return inPlace(next)
}
