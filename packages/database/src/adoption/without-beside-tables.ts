/** A file that Haykal made holds what its texts are sorted and searched by, which tells people nothing. */
import type { TableShape } from '../engine.ts'
import { withoutBesideColumns } from '../records/beside-column.ts'
import { orderEnding } from '../records/order-key.ts'
import { searchEnding } from '../records/search-column.ts'

/** The tables without what Haykal keeps beside their texts. */
export function withoutBesideTables(shapes: readonly TableShape[]): readonly TableShape[] {
  const names = new Set(shapes.map(({ name }) => name))
  const isIndex = ({ name, module = '' }: TableShape) =>
    name.endsWith(searchEnding) && names.has(name.slice(0, -searchEnding.length)) && /^fts5$/i.test(module)
  const indexes = new Set(shapes.filter(isIndex).map(({ name }) => name))
  return shapes
    .filter(({ name, shadowOf = name }) => !indexes.has(name) && !indexes.has(shadowOf))
    .map((shape) => (indexes.has(`${shape.name}${searchEnding}`) ? withoutKept(shape) : withoutColumns(shape)))
}

function withoutColumns(shape: TableShape): TableShape {
  return {
    ...shape,
    columns: withoutBesideColumns(shape.columns, [orderEnding, searchEnding]),
    triggers: shape.triggers.filter((name) => !/^haykal_search_[0-9a-f]{24}$/.test(name)),
  }
}

/** Without the triggers that keep the index, and the number by which it knows a row. */
function withoutKept(shape: TableShape): TableShape {
  const plain = withoutColumns(shape)
  const isOurs = (name: string) => name.startsWith(`${shape.name}${searchEnding} `) || name === `${shape.name}$number`
  return {
    ...plain,
    columns: plain.columns.filter(({ name }) => name !== '$number'),
    triggers: plain.triggers.filter((name) => !isOurs(name)),
  }
}
