/** What the search box means: a record matches when any of its searchable fields does. */
import type { VisibleModel } from '@haykal/access'
import type { Condition, ModelField } from '@haykal/model'

/** The condition of a search text. A relation is searched by the title of the record it points to. */
export function searchCondition(visible: VisibleModel, text: string): Condition {
  const searched = visible.fields.filter(
    (field) => field.isSearchable && (field.isSortable || field.kind.searchedBy === 'contains'),
  )
  return { type: 'any', of: searched.flatMap((field) => searchField(visible, field, text)) }
}

function searchField(visible: VisibleModel, field: ModelField, text: string): Condition[] {
  if (field.references === undefined) return searchValue(field, text)
  const path = visible.titlePathOf(field)
  const hop = path?.hops[0]
  if (!path || !hop) return []
  return searchValue(path.field, text).map((of) => ({
    type: 'through',
    field,
    to: hop.to,
    of: { type: 'all', of: [hop.scope, of] },
  }))
}

function searchValue(field: ModelField, text: string): Condition[] {
  if (field.kind.searchedBy === 'contains') {
    return [{ type: 'test', field, operator: 'contains', value: field.kind.asPart?.(text) ?? text }]
  }
  if (field.kind.searchedBy !== 'equals') return []
  const parsed = field.kind.fromText(text, field.options)
  return parsed.ok ? [{ type: 'test', field, operator: 'eq', value: parsed.value }] : []
}
