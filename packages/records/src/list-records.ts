/** Lists records: rule, filter and search become one condition, the page is cut first, titles are looked up for it in one batch. */
import type { CountKind, Facets, ListQuery, RecordPage, Titles } from '@haykal/contract'
import { countRecords, type Listing, type Page, type PointedTo } from '@haykal/database'
import {
  type AnyRecord,
  both,
  everything,
  isStorableText,
  type Json,
  type ListCondition,
  type ModelField,
  malformed,
  type Problem,
} from '@haykal/model'
import { searchWords } from '@haykal/model/search-text'
import { boundedCount } from './bounded-count.ts'
import { pageInTime } from './bounded-page.ts'
import { writeCursor } from './cursor.ts'
import type { Door } from './door.ts'
import { countFacets, type FacetGround, facetRecords, readFacets } from './facets.ts'
import { readOrder } from './list-order.ts'
import type { FoundPage } from './page-from.ts'
import { presentAbilities, testsOfAbilities } from './present-abilities.ts'
import { heldIn, pointedTo, titlesOf, writeTitles } from './present-titles.ts'
import { cursorScope, rankedOrder } from './ranked-order.ts'
import { readStart } from './read-start.ts'
import { searchCondition, searchingOf } from './search-condition.ts'
import { searchReach } from './search-reach.ts'
import { WrittenReply } from './written-reply.ts'

/** Records a page: what is given where nothing is asked, and the most that is given. */
export const pageSize = { usual: 50, most: 500 } as const

/** How many words a search has at most: each is looked for in every field. */
const mostWords = 20

/** A page of records. Throws `malformed` with every problem of the request at once. */
export async function listRecords(door: Door, request: ListQuery): Promise<RecordPage> {
  const form = { isWritten: false, titlesOf: (shown: Shown) => readTitles(door, shown) }
  const { page, titles, meta } = await readList(door, request, form)
  return { data: page.records, meta: { ...meta, titles } }
}

/** The same as JSON: the records and their titles as the database wrote them, where it can. */
export async function writeList(door: Door, request: ListQuery): Promise<WrittenReply<RecordPage>> {
  const { database } = door.core
  const form: ListForm<string> = {
    isWritten: true,
    async titlesOf(shown) {
      const { written } = shown.page
      return written
        ? await writeTitles(database, shown.pointed, written)
        : JSON.stringify(await readTitles(door, shown))
    },
  }
  const { page, titles, meta } = await readList(door, request, form)
  const told = `"meta":{"titles":${titles},${JSON.stringify(meta).slice(1)}}`
  return page.written
    ? new WrittenReply('{"data":[', page.written.bytes, `],${told}`)
    : new WrittenReply(`{"data":${JSON.stringify(page.records)},${told}`)
}

/** In which form a list is read. */
interface ListForm<FoundTitles> {
  readonly isWritten: boolean
  titlesOf(shown: Shown): Promise<FoundTitles>
}

/** What is shown of a list, with all that it points to. */
interface Shown {
  readonly page: Page
  readonly facets: Facets | undefined
  readonly pointed: readonly PointedTo[]
}

async function readTitles({ core }: Door, { page, facets, pointed }: Shown): Promise<Titles> {
  return await titlesOf(core.database, pointed, heldIn([...page.records, ...(facets ? facetRecords(facets) : [])]))
}

async function readList<FoundTitles>(
  door: Door,
  request: ListQuery,
  { isWritten, titlesOf }: ListForm<FoundTitles>,
): Promise<{ readonly page: Page; readonly titles: FoundTitles; readonly meta: Omit<RecordPage['meta'], 'titles'> }> {
  const { core, access } = door
  const problems: Problem[] = []
  const condition = readCondition(door, request, problems)
  const plainOrder = readOrder(door, request.sort, problems)
  const fields = readFields(door, request.fields, problems)
  const limit = readLimit(request.limit, problems)
  const start = readStart(plainOrder, request, problems)
  const facetFields = readFacets(door, request.facets, problems)
  if (problems.length > 0) throw malformed(problems)

  const order = start.type === 'value' ? plainOrder : await rankedOrder(door, request, plainOrder)
  const cursor = cursorScope(door, order)
  const pointed = pointedTo(access, [...fields, ...facetFields])
  // What facets count may point to more than the page does.
  const asJson = isWritten && facetFields.length === 0 && { asJson: { pointed, tests: testsOfAbilities(door) } }
  const list = { condition, order, fields, limit, ...asJson }
  // Somebody waits for the page: what takes longer is asked for by whoever wants the whole.
  const reading = request.whole === true ? core.database : (core.database.listing ?? core.database)
  const began = core.slowLists ? performance.now() : 0
  const { page, hasNext, hasPrev, share, bounded, scope } =
    limit === 0 ? nothingRead : await pageInTime(door, start, { list, cursor, reading })
  const took = { took: core.slowLists ? performance.now() - began : 0, isBounded: bounded !== undefined }
  const hint = core.slowLists?.isWorthNoting(took)
    ? await core.slowLists.note(door, request, { page: list, ...took })
    : undefined
  const facets = facetFields.length === 0 ? undefined : await countFacets(door, facetFields, readGround(door, request))
  const [titles, count, can, reach] = await Promise.all([
    titlesOf({ page, facets, pointed }),
    readCount(door, condition, { kind: bounded ? 'none' : (request.count ?? 'bounded'), reading }),
    presentAbilities(door, page),
    searchReach(door, condition),
  ])
  return {
    page,
    titles,
    meta: {
      next:
        hasNext && page.last ? writeCursor(scope ?? cursor, page.last, () => keyOf(door, page.records.at(-1))) : null,
      prev: hasPrev && page.first ? writeCursor(scope ?? cursor, page.first, () => keyOf(door, page.records[0])) : null,
      ...count,
      ...((request.q ?? '').trim() !== '' && { search: order[0]?.rank && !bounded ? 'ranked' : 'sorted' }),
      ...(reach && { reach }),
      ...(share !== undefined && { share }),
      can,
      ...(facets && { facets }),
      ...(bounded && { bounded }),
      ...(hint && { hint }),
    },
  }
}

/** The condition of a filter and a search text, under the rules. Throws `malformed` with every problem. */
export function listCondition(door: Door, query: Pick<ListQuery, 'filter' | 'q'>): ListCondition {
  const problems: Problem[] = []
  const condition = readCondition(door, query, problems)
  if (problems.length > 0) throw malformed(problems)
  return condition
}

function readCondition(door: Door, { filter, q }: Pick<ListQuery, 'filter' | 'q'>, problems: Problem[]): ListCondition {
  const { visible } = door
  const asked = filter === undefined ? undefined : visible.parseFilter(filter)
  if (asked && !asked.ok) problems.push(...asked.problems)
  const filtered: ListCondition = both(visible.scope('read'), asked?.ok ? asked.condition : everything)
  if (q !== undefined && !isStorableText(q))
    problems.push({ pointer: '?q', code: 'wrong_type', params: { expected: 'text' } })
  if (q !== undefined && searchWords(q).length > mostWords)
    problems.push({ pointer: '?q', code: 'too_complex', params: { nodes: mostWords, depth: 1 } })
  return q === undefined || q.trim() === '' ? filtered : both(filtered, searchCondition(searchingOf(door), q.trim()))
}

/** Whoever asks for no record wants to know only what is told of all of them. */
const nothingRead: FoundPage = { page: { records: [], hasMore: false }, hasNext: false, hasPrev: false }

/** Of which records facets count the values: the filter is taken apart for each of them. */
function readGround(door: Door, { filter, q }: ListQuery): FacetGround {
  return { base: listCondition(door, q === undefined ? {} : { q }), filter }
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
  if (Number.isInteger(limit) && limit >= 0 && limit <= pageSize.most) return limit
  problems.push({
    pointer: '?limit',
    code: limit > pageSize.most ? 'too_large' : 'too_small',
    params: { min: 0, max: pageSize.most },
  })
  return pageSize.usual
}

function keyOf({ visible }: Door, record: AnyRecord | undefined): readonly Json[] {
  return visible.model.key.map((field) => record?.[field.name] ?? null)
}

interface Counting {
  readonly kind: 'none' | 'bounded' | 'exact'
  readonly reading: Listing
}

async function readCount(
  { core, visible }: Door,
  condition: ListCondition,
  { kind, reading }: Counting,
): Promise<{ count: number | null; countKind: CountKind }> {
  if (kind === 'none') return { count: null, countKind: 'none' }
  if (kind === 'bounded') return await boundedCount(reading, visible.model, condition)
  return { count: await countRecords(core.database, visible.model, { condition }), countKind: 'exact' }
}
