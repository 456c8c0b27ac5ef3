/** The order of a list: what was asked for, or the model's own, so that no two records share a place. */
import type { OrderTerm } from '@haykal/database'
import { type Problem, sortTerms } from '@haykal/model'
import type { Door } from './door.ts'

/** How many fields a list is sorted by at most. */
const mostTerms = 8

/** The order asked for, or the model's own; the key is appended so that no two records share a place. */
export function readOrder({ visible }: Door, sort: string | undefined, problems: Problem[]): OrderTerm[] {
  const asked =
    sort === undefined || sort === ''
      ? visible.model.sort
          .filter(({ field }) => visible.field(field.name))
          .map(({ field, descending }) => ({ name: field.name, descending }))
      : sortTerms(sort)
  const named = asked.flatMap(({ name, descending }): OrderTerm[] => {
    const given = visible.resolvePath(name)
    // Sorting by a relation means sorting by the titles that people see in that column.
    const path = (given?.hops.length === 0 && visible.titlePathOf(given.field)) || given
    if (!path) problems.push({ pointer: '?sort', code: 'unknown_field', params: { name } })
    else if (!path.field.isSortable) problems.push({ pointer: '?sort', code: 'not_sortable', params: { name } })
    else return [{ path, descending }]
    return []
  })
  if (asked.length > mostTerms)
    problems.push({ pointer: '?sort', code: 'too_many_sort_fields', params: { max: mostTerms } })
  const terms = named.flatMap((term) => [term, ...pointerOf(term)])
  return [...terms, ...tiesOf(visible, terms)]
}

/** The order by the key alone. */
export function keyOrder({ visible }: Door): OrderTerm[] {
  return tiesOf(visible, [])
}

/** The key behind some terms, as far as it is not among them. */
function tiesOf({ model }: Door['visible'], terms: readonly OrderTerm[]): OrderTerm[] {
  const descending = terms[0]?.descending ?? false
  const missing = model.key.filter(
    (field) => !terms.some(({ path }) => path.hops.length === 0 && path.field.name === field.name),
  )
  // Where nothing else is asked, the key is what people see the list sorted by.
  return missing.map((field, index) => ({
    path: { hops: [], field },
    descending,
    isTie: terms.length > 0 || index > 0,
  }))
}

/** Behind a value of a record that is pointed to comes the pointer: what points to one stands together, and is found by an index. */
function pointerOf({ path: { hops }, descending }: OrderTerm): readonly OrderTerm[] {
  const [hop] = hops
  return hop && hops.length === 1 ? [{ path: { hops: [], field: hop.field }, descending, isTie: true }] : []
}
