/** How a page is read: worked out once for all who ask for the same again, as working it out and compiling it takes longer than reading fifty rows. */
import type { ListCondition, Model, ModelField } from '@haykal/model'
import type { RawBuilder } from 'kysely'
import type { Connection, Queries, Row } from '../engine.ts'
import { askCompiled, type Question } from '../standing-connection.ts'
import { indexedFieldsOf } from '../tables/wanted-indexes.ts'
import { rowDecoder } from './field-columns.ts'
import { type OrderSql, orderSql } from './order.ts'
import type { Page, PageRequest } from './page.ts'
import { filling, Hole, type Place, withHoles } from './place.ts'
import { type Stretch, stretchesOf } from './stretches.ts'
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
  /** Asks a statement of the plan, which is made when it is first asked, of the request's own place. */
  ask(database: Connection, name: string, make: () => RawBuilder<Row>): Promise<readonly Row[]>
}

/** Milliseconds: what is common among the rows may have changed meanwhile, which decides how a page is read, never what is in it. */
const lifetime = 10_000

/** With more different pages than this it begins anew. */
const mostKept = 200

interface Kept {
  readonly plan: WholePlan
  readonly until: number
}

const keptByDatabase = new WeakMap<Queries, Map<string, Kept>>()

/** The plan of a page. */
export async function planPage(database: Connection, model: Model, request: PageRequest): Promise<PagePlan> {
  const { from } = request
  const place = from?.place ?? []
  // Of a text of broken encoding more than its value is another: such a page is worked out alone.
  if (place.some((part) => filling(part) === undefined)) return askedAt(await makePlan(database, model, request), [])
  const empty = from?.place ? { ...request, from: { ...from, place: withHoles(place) } } : request
  const kept = keptByDatabase.get(database.queries) ?? new Map<string, Kept>()
  keptByDatabase.set(database.queries, kept)
  const key = keyOfRequest(model, empty)
  const known = kept.get(key)
  const now = performance.now()
  if (known && known.until > now) return askedAt(known.plan, place)
  const plan = await makePlan(database, model, empty)
  if (kept.size >= mostKept) kept.clear()
  kept.set(key, { plan, until: now + lifetime })
  return askedAt(plan, place)
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

async function makePlan(database: Connection, model: Model, request: PageRequest): Promise<WholePlan> {
  const { engine } = database
  const terms = orderSql(engine, request.order, request.from?.direction === 'before')
  const writing = writingOf(engine, request, terms)
  const where = await whereSql(database, model, {
    condition: request.condition,
    isInOrder: isIndexed(model, request),
  })
  return {
    request,
    terms,
    where,
    stretches: stretchesOf(engine, { model, request, terms, where }),
    decode: rowDecoder(engine, request.fields),
    ...(writing && { writing }),
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
    asJson && [asJson.held.map(numberOf), asJson.tests.map(keyOfCondition)],
  ])
}

function keyOfCondition(condition: ListCondition): readonly unknown[] {
  switch (condition.type) {
    case 'all':
    case 'any':
      return [condition.type, ...condition.of.map(keyOfCondition)]
    case 'not':
      return ['not', keyOfCondition(condition.of)]
    case 'test':
      return [numberOf(condition.field), condition.operator, condition.value]
    case 'found':
      return ['found', numberOf(condition.of), condition.fields.map(numberOf), condition.patterns]
    case 'through':
      return ['through', numberOf(condition.field), numberOf(condition.to), keyOfCondition(condition.of)]
    case 'children': {
      const pairs = condition.pairs.map(({ child, parent }) => [numberOf(child), numberOf(parent)])
      return ['children', numberOf(condition.children), pairs, keyOfCondition(condition.of)]
    }
  }
}

/** Models and fields are told apart by what they are, not by their names: a roll-up of one name counts other records for each role. */
const numbers = new WeakMap<Model | ModelField, number>()
let last = 0

function numberOf(thing: Model | ModelField): number {
  const known = numbers.get(thing)
  if (known !== undefined) return known
  last += 1
  numbers.set(thing, last)
  return last
}
