/** How a page is read: worked out once for all who ask for the same again, as working it out and compiling it takes longer than reading fifty rows. */
import type { Model } from '@haykal/model'
import type { RawBuilder } from 'kysely'
import type { Connection, Queries, Row } from '../engine.ts'
import { askCompiled, type Question } from '../standing-connection.ts'
import { indexedFieldsOf } from '../tables/wanted-indexes.ts'
import { keyOfCondition, numberOf } from './condition-key.ts'
import { rowDecoder } from './field-columns.ts'
import type { Versioned } from './once-per-version.ts'
import { type OrderSql, orderSql } from './order.ts'
import type { Page, PageRequest, PointedTo } from './page.ts'
import { filling, Hole, type Place, withHoles } from './place.ts'
import { hasSearch } from './search-column.ts'
import { isReadByTitles, type Stretch, stretchesOf } from './stretches.ts'
import { type WantedSql, whereSql } from './where-sql.ts'
import { type PageWriting, writingOf } from './written-page.ts'

/** A page, ready to be read. */
export interface PagePlan {
  readonly request: PageRequest
  readonly terms: readonly OrderSql[]
  readonly where: WantedSql
  readonly stretches: readonly Stretch[]
  readonly decode: (row: Row) => Page['records'][number]
  /** What is written as JSON; absent: nothing is, or it could not be written. */
  readonly writing?: PageWriting
  /** How many of the first rows of the order are known not to hold a page: nobody looks there again. */
  readonly empty: { first: number }
  /** Asks a statement of the plan, which is made when it is first asked, of the request's own place. */
  ask(database: Connection, name: string, make: () => RawBuilder<Row>): Promise<readonly Row[]>
}

/** Milliseconds: what is common among the rows may have changed meanwhile, which decides how a page is read, never what is in it. */
const lifetime = 10_000

/** With more different pages than this it begins anew: of those that name rows, each takes as much memory as these do. */
const mostKept = { always: 200, ofNow: 32 } as const

interface Kept {
  readonly plan: WholePlan
  readonly until: number
}

interface KeptPlans {
  readonly always: Map<string, Kept>
  /** Those that are of one version of the database. */
  readonly ofNow: Map<string, Kept>
  version: number | undefined
}

const keptByDatabase = new WeakMap<Queries, KeptPlans>()

/** The plan of a page. */
export async function planPage(database: Versioned, model: Model, request: PageRequest): Promise<PagePlan> {
  const { from } = request
  const place = from?.place ?? []
  // Of a text of broken encoding more than its value is another: such a page is worked out alone.
  if (place.some((part) => filling(part) === undefined)) return askedAt(await makePlan(database, model, request), [])
  const empty = from?.place ? { ...request, from: { ...from, place: withHoles(place) } } : request
  // Only of a search does a plan name rows.
  const version = hasSearch(request.condition) ? database.version?.() : undefined
  const kept = keptPlans(database.queries, version)
  const key = keyOfRequest(model, empty)
  const now = performance.now()
  const known = [kept.always.get(key), kept.ofNow.get(key)].find((each) => each && each.until > now)
  if (known) return askedAt(known.plan, place)
  const plan = await makePlan(database, model, empty)
  const kind = plan.where.isOfNow ? 'ofNow' : 'always'
  if (kept[kind].size >= mostKept[kind]) kept[kind].clear()
  // Something may have changed while it was made: somebody else has begun anew then.
  if (kind === 'always' || (version !== undefined && version === kept.version))
    kept[kind].set(key, { plan, until: now + lifetime })
  return askedAt(plan, place)
}

/** The plans of a database. `version`: the one that it is of; absent: nothing is asked that names rows. */
function keptPlans(queries: Queries, version: number | undefined): KeptPlans {
  const kept = keptByDatabase.get(queries) ?? { always: new Map(), ofNow: new Map(), version }
  keptByDatabase.set(queries, kept)
  if (version === undefined || kept.version === version) return kept
  kept.ofNow.clear()
  kept.version = version
  return kept
}

/** A plan for all places of the same shape. */
interface WholePlan extends Omit<PagePlan, 'ask'> {
  readonly statements: Map<string, Question>
}

function askedAt({ statements, ...plan }: WholePlan, place: Place): PagePlan {
  const filled = (parameter: unknown) => (parameter instanceof Hole ? filling(place[parameter.at] ?? null) : parameter)
  return {
    ...plan,
    async ask({ queries }, name, make) {
      const { sql, parameters } = statements.get(name) ?? make().compile(queries)
      statements.set(name, { sql, parameters })
      const asked = { sql, parameters: place.length === 0 ? parameters : parameters.map(filled) }
      return (await askCompiled<Row>(queries, asked)).rows
    },
  }
}

async function makePlan(database: Versioned, model: Model, request: PageRequest): Promise<WholePlan> {
  const { engine } = database
  const terms = orderSql(engine, request.order, request.from?.direction === 'before')
  const writing = writingOf(engine, request, terms)
  const isInOrder = isIndexed(model, request)
  const where = await whereSql(database, model, {
    condition: request.condition,
    isInOrder,
    isWalked: isInOrder || isReadByTitles({ model, request, terms }),
    limit: request.limit,
  })
  return {
    request,
    terms,
    where,
    stretches: stretchesOf(engine, { model, request, terms, where }),
    decode: rowDecoder(engine, request.fields),
    ...(writing && { writing }),
    empty: { first: 0 },
    statements: new Map(),
  }
}

/** Whether there is an index of an order, as far as the model tells. */
function isIndexed(model: Model, { order: [first] }: PageRequest): boolean {
  if (!first || first.rank || first.path.hops.length > 0) return false
  return indexedFieldsOf(model).sorted.has(first.path.field)
}

/** The same text for two requests only if they are answered by the same statements with the same values. */
function keyOfRequest(model: Model, { condition, order, fields, limit, from, asJson }: PageRequest): string {
  const terms = order.map(({ path: { hops, field }, descending, rank, isTie }) => [
    hops.map((hop) => [numberOf(hop.field), numberOf(hop.to), keyOfCondition(hop.scope)]),
    numberOf(field),
    descending,
    isTie,
    rank?.map(keyOfCondition),
  ])
  const start = from && [from.direction, from.isIncluded, from.place?.map((part) => part !== null)]
  return JSON.stringify([
    numberOf(model),
    keyOfCondition(condition),
    terms,
    fields.map(numberOf),
    limit,
    start,
    asJson && [
      asJson.pointed.map(keyOfPointed),
      asJson.tests.map(({ name, condition }) => [name, keyOfCondition(condition)]),
    ],
  ])
}

function keyOfPointed({ relations, to, field, title, condition }: PointedTo): readonly unknown[] {
  return [relations.map(numberOf), numberOf(to), numberOf(field), numberOf(title), keyOfCondition(condition)]
}
