/** Lists records: rule, filter and search become one condition, the page is cut first, titles are looked up for it in one batch. */
import type { CountKind, ListQuery, RecordPage } from '@haykal/contract'
import { countRecords, type OrderTerm } from '@haykal/database'
import {
  type AnyRecord,
  both,
  type Condition,
  everything,
  isStorableText,
  type Json,
  type ModelField,
  malformed,
  type Problem,
  sortTerms,
} from '@haykal/model'
import { boundedCount } from './bounded-count.ts'
import { type CursorScope, writeCursor } from './cursor.ts'
import type { Door } from './door.ts'
import { pageFrom } from './page-from.ts'
import { presentAbilities } from './present-abilities.ts'
import { presentTitles } from './present-titles.ts'
import { readStart } from './read-start.ts'
import { searchCondition } from './search-condition.ts'

/** Records a page: what is given where nothing is asked, and the most that is given. */
export const pageSize = { usual: 50, most: 500 } as const

/** How many fields a list is sorted by at most. */
const mostTerms = 8

/** A page of records. Throws `malformed` with every problem of the request at once. */
export async function listRecords(door: Door, request: ListQuery): Promise<RecordPage> {
  const { core, access, visible } = door
  const problems: Problem[] = []
  const condition = readCondition(door, request, problems)
  const order = readOrder(door, request.sort, problems)
  const fields = readFields(door, request.fields, problems)
  const limit = readLimit(request.limit, problems)
  const start = readStart(order, request, problems)
  if (problems.length > 0) throw malformed(problems)

  const cursor: CursorScope = {
    secret: core.secret,
    model: visible.model.name,
    order: JSON.stringify(order.map(orderName)),
  }
  const list = { condition, order, fields, limit }
  const { page, hasNext, hasPrev, share } = await pageFrom(door, start, { list, cursor })
  const [titles, count, can] = await Promise.all([
    presentTitles({ database: core.database, access }, fields, page.records),
    readCount(door, condition, request.count ?? 'bounded'),
    presentAbilities(door, page.records),
  ])
  return {
    data: page.records,
    meta: {
      next: hasNext && page.last ? writeCursor(cursor, page.last, keyOf(door, page.records.at(-1))) : null,
      prev: hasPrev && page.first ? writeCursor(cursor, page.first, keyOf(door, page.records[0])) : null,
      ...count,
      titles,
      ...(share !== undefined && { share }),
      can,
    },
  }
}

/** The condition of a filter and a search text, under the rules. Throws `malformed` with every problem. */
export function listCondition(door: Door, query: Pick<ListQuery, 'filter' | 'q'>): Condition {
  const problems: Problem[] = []
  const condition = readCondition(door, query, problems)
  if (problems.length > 0) throw malformed(problems)
  return condition
}

function readCondition(
  { visible }: Door,
  { filter, q }: Pick<ListQuery, 'filter' | 'q'>,
  problems: Problem[],
): Condition {
  const asked = filter === undefined ? undefined : visible.parseFilter(filter)
  if (asked && !asked.ok) problems.push(...asked.problems)
  const filtered = both(visible.scope('read'), asked?.ok ? asked.condition : everything)
  if (q !== undefined && !isStorableText(q))
    problems.push({ pointer: '?q', code: 'wrong_type', params: { expected: 'text' } })
  return q === undefined || q.trim() === '' ? filtered : both(filtered, searchCondition(visible, q.trim()))
}

/** The order asked for, or the model's own; the key is appended so that no two records share a place. */
function readOrder({ visible }: Door, sort: string | undefined, problems: Problem[]): OrderTerm[] {
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
    problems.push({ pointer: '?sort', code: 'too_complex', params: { nodes: mostTerms, depth: 1 } })
  const terms = named.flatMap((term) => [term, ...pointerOf(term)])
  const isDescending = terms[0]?.descending ?? false
  const missing = visible.model.key.filter(
    (field) => !terms.some(({ path }) => path.hops.length === 0 && path.field.name === field.name),
  )
  // Where nothing else is asked, the key is what people see the list sorted by.
  const ties = missing.map((field, index) => ({
    path: { hops: [], field },
    descending: isDescending,
    isTie: terms.length > 0 || index > 0,
  }))
  return [...terms, ...ties]
}

/** Behind a value of a record that is pointed to comes the pointer: what points to one stands together, and is found by an index. */
function pointerOf({ path: { hops }, descending }: OrderTerm): readonly OrderTerm[] {
  const [hop] = hops
  return hop && hops.length === 1 ? [{ path: { hops: [], field: hop.field }, descending, isTie: true }] : []
}

function readFields(
  { visible }: Door,
  names: readonly string[] | undefined,
  problems: Problem[],
): readonly ModelField[] {
  if (names === undefined) return visible.fields
  const asked = new Set(names)
  for (const name of asked)
    if (!visible.field(name)) problems.push({ pointer: '?fields', code: 'unknown_field', params: { name } })
  return visible.fields.filter((field) => field.isKey || asked.has(field.name))
}

function readLimit(limit: number | undefined, problems: Problem[]): number {
  if (limit === undefined) return pageSize.usual
  if (Number.isInteger(limit) && limit >= 1 && limit <= pageSize.most) return limit
  problems.push({
    pointer: '?limit',
    code: limit > pageSize.most ? 'too_large' : 'too_small',
    params: { min: 1, max: pageSize.most },
  })
  return pageSize.usual
}

function keyOf({ visible }: Door, record: AnyRecord | undefined): readonly Json[] {
  return visible.model.key.map((field) => record?.[field.name] ?? null)
}

/** A place by words is none by characters: cursors from before a list was sorted so lead nowhere. */
function orderName({ path, descending, isTie }: OrderTerm): string {
  const name = [...path.hops.map((hop) => hop.field.name), path.field.name].join('.')
  return `${descending ? '-' : ''}${name}${path.field.hasOrderKey && !isTie ? '~' : ''}`
}

async function readCount(
  { core, visible }: Door,
  condition: Condition,
  kind: 'none' | 'bounded' | 'exact',
): Promise<{ count: number | null; countKind: CountKind }> {
  if (kind === 'none') return { count: null, countKind: 'none' }
  if (kind === 'bounded') return await boundedCount(core.database, visible.model, condition)
  return { count: await countRecords(core.database, visible.model, { condition }), countKind: 'exact' }
}
