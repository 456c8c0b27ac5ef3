/** How much room a column gets, and on which side its values stand: by how they are stored, never by the kind of field. */
import { viewOf } from '@haykal/fields/views'
import type { ColumnKind, Model, ModelField } from '@haykal/model'

/** The look of a column. */
export interface ColumnLook {
  /** At the start, as text; at the end, as numbers that are compared by their digits. */
  readonly align: 'start' | 'end'
  /** A track of the grid, as CSS writes it. */
  readonly track: string
  /** The least width in pixels. */
  readonly least: number
}

interface Size {
  readonly least: number
  /** The share of the room that is left over; absent: none. */
  readonly share?: number
}

const sizes: { readonly [kind in ColumnKind]: Size } = {
  text: { least: 132, share: 1 },
  integer: { least: 104 },
  real: { least: 116 },
  decimal: { least: 124 },
  boolean: { least: 96 },
  date: { least: 124 },
  timestamp: { least: 184 },
  json: { least: 160, share: 1 },
  bytes: { least: 104 },
}
const titleSize: Size = { least: 180, share: 2 }
const relationSize: Size = { least: 160, share: 1.5 }
const fewSize: Size = { least: 132 }

/** The look of a column of a list. Keys are names rather than amounts: they stand at the start. */
export function lookOf(model: Model, field: ModelField): ColumnLook {
  const isAmount = viewOf(field).align === 'end' && !field.isKey && field !== model.title
  const { least, share } = sizeOf(model, field)
  return {
    align: isAmount ? 'end' : 'start',
    track: share === undefined ? `${least}px` : `minmax(${least}px, ${share}fr)`,
    least,
  }
}

function sizeOf(model: Model, field: ModelField): Size {
  if (field.references !== undefined) return relationSize
  if (field === model.title && field.column.kind === 'text') return titleSize
  return isOneOfAFew(field) ? fewSize : sizes[field.column.kind]
}

/** Whether a field holds one of a few known values. */
export function isOneOfAFew(field: ModelField): boolean {
  return 'enum' in field.kind.jsonSchema(field.options)
}

/** The tracks of all columns and the least width of a row. The last column takes what is left where none would. */
export function tracksOf(looks: readonly ColumnLook[]): { readonly tracks: string; readonly least: number } {
  const grows = looks.some(({ track }) => track.startsWith('minmax'))
  const tracks = looks.map(({ track, least }, index) =>
    !grows && index === looks.length - 1 ? `minmax(${least}px, 1fr)` : track,
  )
  return { tracks: tracks.join(' '), least: looks.reduce((sum, { least }) => sum + least, 0) }
}
