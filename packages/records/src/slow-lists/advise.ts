/** Which indexes a list goes by, and which would help it: told from the plans of the database, never from how long something took. */
import type { VisibleModel } from '@haykal/access'
import type { HowFound } from '@haykal/contract'
import {
  areReadInOrder,
  hasIndexes,
  isLookedUpBy,
  isReadInOrder,
  type Lookup,
  type OrderTerm,
  type Planned,
} from '@haykal/database'
import { type FieldPath, isDerived, type Model, type ModelField, type SortTerm } from '@haykal/model'
import type { Door } from '../door.ts'
import { readOrder } from '../list-order.ts'
import type { ListShape, ShapeTest } from './list-shape.ts'

/** A question of a list, and how what it asks for is found. */
export interface AdvisedTest extends ShapeTest {
  /** Absent: it is about records that point back. */
  readonly found?: FieldPath
  readonly how: HowFound
}

/** An index that would help: of which model, and what stands in its `indexes`. */
export interface AdvisedIndex {
  readonly model: Model
  readonly terms: readonly SortTerm[]
}

/** What is to be said of a list. */
export interface ListAdvice {
  readonly tests: readonly AdvisedTest[]
  /** Without the key behind them. */
  readonly order: readonly OrderTerm[]
  readonly sorted: HowFound
  /** Something is sorted or looked for without an index. */
  readonly isLacking: boolean
  readonly indexes: readonly AdvisedIndex[]
}

/** Advises on a list as a viewer may ask for it; undefined where they may not. */
export async function adviseOn(door: Door, shape: ListShape): Promise<ListAdvice | undefined> {
  const { core, visible } = door
  const tests: AdvisedTest[] = []
  for (const test of shape.tests) {
    const advised = await adviseOnTest(core.database, visible, test)
    if (!advised) return undefined
    tests.push(advised)
  }
  const problems: [] = []
  const sort = shape.sort.map(({ name, descending }) => `${descending ? '-' : ''}${name}`).join(',')
  const order = readOrder(door, sort, problems)
  if (problems.length > 0) return undefined
  const sure = tests.filter(({ isSure }) => isSure)
  const sorted = await howSorted(core.database, visible.model, { order, alike: alikeIn(sure) })
  const isFound = sure.some(({ how }) => how === 'index')
  const isOne = sure.some((test) => isOfOne(visible.model, test))
  const isLookedFor = tests.some(({ how }) => how === 'none' || how === 'texts')
  const isLacking = !isOne && (sorted !== 'index' || (isLookedFor && !isFound))
  const wanted = isOne ? [] : wantedFor(visible.model, { sure, order, sorted })
  const indexes: AdvisedIndex[] = []
  for (const index of wanted) if (await isWorthMaking(core.database, index)) indexes.push(index)
  return { tests, order: order.filter(({ isTie }) => isTie !== true), sorted, isLacking, indexes }
}

const lookups: { readonly [operator: string]: Lookup } = {
  eq: 'equal',
  in: 'equal',
  gt: 'beyond',
  gte: 'beyond',
  lt: 'beyond',
  lte: 'beyond',
  between: 'beyond',
  isNull: 'empty',
}

async function adviseOnTest(
  database: Planned,
  visible: VisibleModel,
  test: ShapeTest,
): Promise<AdvisedTest | undefined> {
  if (test.operator === 'some' || test.operator === 'none')
    return visible.parseFilter({ [test.path]: { [test.operator]: {} } }).ok ? { ...test, how: 'never' } : undefined
  const found = visible.resolvePath(test.path)
  if (!found) return undefined
  return { ...test, found, how: await howFound(database, visible.model, { ...test, found }) }
}

async function howFound(
  database: Planned,
  model: Model,
  { found: { hops, field }, operator }: Pick<ShapeTest, 'operator'> & { readonly found: FieldPath },
): Promise<HowFound> {
  if (['contains', 'startsWith', 'endsWith'].includes(operator)) return 'texts'
  const lookup = lookups[operator]
  const end = hops.at(-1)?.to ?? model
  if (lookup === undefined || !isIndexable(end, field)) return 'never'
  if (!(await isLookedUpBy(database, end, { field, lookup }))) return 'none'
  // By what is found there, the records that point to it are found, as far as those have an index, too.
  for (const [index, hop] of hops.entries()) {
    const from = hops[index - 1]?.to ?? model
    if (!(await isLookedUpBy(database, from, { field: hop.field, lookup: 'equal' }))) return 'none'
  }
  return 'index'
}

/** Whether there can be an index of a field that is worth its while: of long texts there is none. */
function isIndexable({ definition }: Model, field: ModelField): boolean {
  const { kind } = field.column
  // What is looked into and never chosen from several is long.
  const isShort = field.kind.filters.includes('in') || !field.kind.filters.includes('contains')
  const isTable = definition.source === undefined
  return isTable && isShort && kind !== 'json' && kind !== 'bytes' && !isDerived(field) && field.isSortable
}

interface Sorting {
  readonly order: readonly OrderTerm[]
  /** Fields that have one value in the whole list. */
  readonly alike: readonly ModelField[]
}

async function howSorted(database: Planned, model: Model, { order, alike }: Sorting): Promise<HowFound> {
  if (order.length === 0 || (await isReadInOrder(database, model, order))) return 'index'
  if (alike.length > 0 && (await areReadInOrder(database, model, { order, alike }))) return 'index'
  return order.every(({ path }) => path.hops.length === 0 && isIndexable(model, path.field)) ? 'none' : 'never'
}

/** The fields of a model itself that have one value in the whole list. */
function alikeIn(sure: readonly AdvisedTest[]): readonly ModelField[] {
  return sure.flatMap(({ found, operator }) => (operator === 'eq' && found?.hops.length === 0 ? [found.field] : []))
}

/** Whether a question leaves one record at most. */
function isOfOne({ key }: Model, { found, operator }: AdvisedTest): boolean {
  if (operator !== 'eq' || !found || found.hops.length > 0) return false
  return found.field.isUnique || (key.length === 1 && key[0]?.name === found.field.name)
}

interface Wishes {
  readonly sure: readonly AdvisedTest[]
  readonly order: readonly OrderTerm[]
  readonly sorted: HowFound
}

/** The most fields of which one index looks values up: with more it is of use to that one list only. */
const mostAlike = 2

function wantedFor(model: Model, { sure, order, sorted }: Wishes): readonly AdvisedIndex[] {
  const missing = sure.filter(({ how }) => how === 'none')
  const own = missing.filter(({ found }) => found?.hops.length === 0)
  const alike = own.filter(({ operator }) => operator === 'eq' || operator === 'isNull').slice(0, mostAlike)
  const listed = alikeIn(sure)
    .filter((field) => isIndexable(model, field))
    .slice(0, mostAlike)
  const sortTerms = sorted === 'never' ? [] : termsOf(model, order)
  if (sorted === 'none') {
    const front = alike.length > 0 ? fieldsOf(alike) : listed
    return [{ model, terms: joined(front, sortTerms) }, ...throughOf(missing, model)]
  }
  const [first] =
    alike.length > 0
      ? [joined(fieldsOf(alike), sortTerms)]
      : own.map(({ found }) => joined(found ? [found.field] : [], []))
  const isFound = sure.some(({ how }) => how === 'index')
  return [...(first && !isFound ? [{ model, terms: first }] : []), ...(isFound ? [] : throughOf(missing, model))]
}

function fieldsOf(tests: readonly AdvisedTest[]): readonly ModelField[] {
  return tests.flatMap(({ found }) => found?.field ?? [])
}

function joined(front: readonly ModelField[], terms: readonly SortTerm[]): readonly SortTerm[] {
  const rest = terms.filter(({ field }) => !front.some(({ name }) => name === field.name))
  return [...front.map((field) => ({ field, descending: false })), ...rest]
}

/** Read from its end, an index is as good: of two that differ in nothing else, one is always the same. The key stands where it would not come by itself. */
function termsOf({ key }: Model, order: readonly OrderTerm[]): readonly SortTerm[] {
  const isTurned = order[0]?.descending === true
  const terms = order.map(({ path, descending }) => ({ field: path.field, descending: descending !== isTurned }))
  const named = order.filter(({ isTie }) => isTie !== true).length
  const plain = terms.slice(0, Math.max(1, named))
  if (plain.at(-1)?.descending && key.length > 0) return terms
  // The key comes by itself.
  const isKey = ({ field }: SortTerm) => key.some(({ name }) => name === field.name)
  return plain.every(isKey) ? [] : plain
}

/** Of what is found through relations: the field there, and what points there. */
function throughOf(missing: readonly AdvisedTest[], model: Model): readonly AdvisedIndex[] {
  return missing.flatMap(({ found }) => {
    if (!found || found.hops.length === 0) return []
    const end = found.hops.at(-1)?.to ?? model
    const pointers = found.hops.map((hop, index) => ({
      model: found.hops[index - 1]?.to ?? model,
      terms: [{ field: hop.field, descending: false }],
    }))
    return [{ model: end, terms: [{ field: found.field, descending: false }] }, ...pointers]
  })
}

/** Whether an index is not there already: of what begins a longer one, nothing more is needed. */
async function isWorthMaking(database: Planned, { model, terms }: AdvisedIndex): Promise<boolean> {
  if (terms.length === 0 || model.definition.source !== undefined) return false
  const [only] = terms
  if (only && terms.length === 1 && (await isLookedUpBy(database, model, { field: only.field, lookup: 'equal' })))
    return only.field.hasOrderKey && !(await hasIndexes(database, model, terms))
  return !(await hasIndexes(database, model, terms))
}
