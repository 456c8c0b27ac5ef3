/** Filters as JSON, from a URL or from code, turned into conditions; all problems at once. */
import { bindCondition } from './bind-condition.ts'
import { isChildWord } from './child-word.ts'
import type { ChildPair, Condition, RuleCondition } from './condition.ts'
import { isJsonObject, type Json } from './json.ts'
import { hasReference, literalOf, mistakesOfReferences, partsOf } from './me-reference.ts'
import type { Model, ModelField } from './model.ts'
import { filterBounds, isOperator, operatorsOf, parseOperand } from './parse-operand.ts'
import type { Fault, Problem } from './problem.ts'
import { isRelativeTo, mistakeOfMoments } from './relative-moment.ts'
import { type MeAttributes, nobody, type Viewer } from './viewer.ts'

/** A filter as it travels: `{ status: { eq: 'paid' } }`, `{ or: [ … ] }`, `{ 'customer.country': { in: ['EG'] } }`. */
export type Filter = { readonly [nameOrWord: string]: Json }

/** A field path followed to its end: the relations on the way, then the field itself. */
export interface FieldPath {
  readonly hops: readonly {
    readonly field: ModelField
    readonly to: Model /** Which of the records there count. */
    readonly scope: Condition
  }[]
  readonly field: ModelField
}

/** A path followed to the records that point back to its end. */
export interface ChildrenPath {
  readonly hops: FieldPath['hops']
  readonly children: Model
  readonly pairs: readonly ChildPair[]
  /** Which of them count. */
  readonly scope: Condition
  /** What is asked of them begins at them. */
  readonly paths: FilterPaths
}

/** Follows a path of names for one person; undefined for what does not exist and for what they may not see, alike. */
export type ResolvePath = (path: string) => FieldPath | undefined

/** Where the names in a filter lead for one person. */
export interface FilterPaths {
  readonly field: ResolvePath
  /** To the records that point back: `lines` of an order. Absent: nothing can be asked of such. */
  readonly children?: (path: string) => ChildrenPath | undefined
}

/** A condition, or why the filter is none. */
export type FilterResult =
  | { readonly ok: true; readonly condition: Condition }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/** The same of a rule, which is bound to a viewer later. */
export type RuleResult =
  | { readonly ok: true; readonly condition: RuleCondition }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/** On whose behalf a filter is read. */
export interface FilterAsker {
  readonly viewer: Viewer
  /** Which attributes `$me.NAME` may name. */
  readonly attributes: MeAttributes
}

/** Reads a filter. Problems point to `?filter` followed by the place inside it. `asker`: who `$me` is; absent: nobody. */
export function parseFilter(
  filter: Json,
  paths: FilterPaths,
  asker: FilterAsker = { viewer: nobody, attributes: {} },
): FilterResult {
  const read = parseRule(filter, paths, asker.attributes)
  return read.ok ? { ok: true, condition: bindCondition(read.condition, asker.viewer) } : read
}

/** Reads a filter once for all viewers and all times; `$me` and `$today` stay in it until it is bound (`bindCondition`). */
export function parseRule(filter: Json, paths: FilterPaths, attributes: MeAttributes): RuleResult {
  const reading: Reading = { attributes, problems: [], nodes: 0 }
  const condition = readNode(filter, { pointer: '?filter', depth: 0, childDepth: 0, paths, reading })
  return reading.problems.length === 0 ? { ok: true, condition } : { ok: false, problems: reading.problems }
}

interface Reading {
  readonly attributes: MeAttributes
  readonly problems: Problem[]
  nodes: number
}

const nowhere: Condition = { type: 'any', of: [] }

/** Where in the filter something stands. */
interface Place {
  readonly pointer: string
  readonly depth: number
  /** Of how many records that point back to others this is asked, one inside of the other. */
  readonly childDepth: number
  readonly paths: FilterPaths
  readonly reading: Reading
}

function inside(place: Place, name: string | number): Place {
  return { ...place, pointer: `${place.pointer}/${name}` }
}

function fail({ pointer, reading }: Pick<Place, 'pointer' | 'reading'>, fault: Fault): RuleCondition {
  reading.problems.push({ pointer, ...fault })
  return nowhere
}

function readNode(node: Json, place: Place): RuleCondition {
  const { depth, reading } = place
  reading.nodes += 1
  if (depth > filterBounds.depth) return failOnce(place, { code: 'too_deep', params: { max: filterBounds.depth } })
  if (reading.nodes > filterBounds.nodes) return failOnce(place, tooManyTests)
  if (!isJsonObject(node)) return fail(place, { code: 'wrong_type', params: { expected: 'object' } })
  const of = Object.entries(node).map(([name, inner]) => readEntry(name, inner, inside(place, name)))
  return of.length === 1 && of[0] ? of[0] : { type: 'all', of }
}

const tooManyTests: Fault = { code: 'too_many_tests', params: { max: filterBounds.nodes } }

/** Of the filter as a whole, and said once: one that is too large would otherwise answer with as many problems as it has nodes. */
function failOnce({ reading }: Place, fault: Fault): RuleCondition {
  return reading.problems.some(({ code }) => code === fault.code)
    ? nowhere
    : fail({ pointer: '?filter', reading }, fault)
}

function readEntry(name: string, inner: Json, place: Place): RuleCondition {
  const deeper = { ...place, depth: place.depth + 1 }
  if (name === 'and' || name === 'or') return readList(name, inner, deeper)
  if (name === 'not') return { type: 'not', of: readNode(inner, deeper) }
  return readTests(name, inner, place)
}

function readList(name: 'and' | 'or', inner: Json, place: Place): RuleCondition {
  if (!Array.isArray(inner)) return fail(place, { code: 'wrong_type', params: { expected: 'array' } })
  const of = inner.map((each: Json, index) => readNode(each, inside(place, index)))
  return { type: name === 'and' ? 'all' : 'any', of }
}

function readTests(path: string, inner: Json, place: Place): RuleCondition {
  if (!isJsonObject(inner) || Object.keys(inner).length === 0) {
    const isKnown = place.paths.field(path) ?? place.paths.children?.(path)
    return fail(place, isKnown ? { code: 'wrong_type', params: { expected: 'object' } } : { code: 'unknown_field' })
  }
  const asked = Object.entries(inner)
  const ofChildren = asked.filter(([word]) => isChildWord(word))
  const ofField = asked.filter(([word]) => !isChildWord(word))
  const of = [
    ...ofChildren.map(([word, each]) => readChildren(path, { word, inner: each }, inside(place, word))),
    ...(ofField.length > 0 ? [readFieldTests(path, ofField, place)] : []),
  ]
  return of.length === 1 && of[0] ? of[0] : { type: 'all', of }
}

function readFieldTests(path: string, asked: readonly (readonly [string, Json])[], place: Place): RuleCondition {
  const found = place.paths.field(path)
  if (!found) return fail(place, { code: 'unknown_field' })
  const tests = asked.map(([operator, value]) => {
    place.reading.nodes += 1
    if (place.reading.nodes > filterBounds.nodes) return failOnce(place, tooManyTests)
    return readTest(found.field, { operator, value }, inside(place, operator))
  })
  return behind(found.hops, tests.length === 1 && tests[0] ? tests[0] : { type: 'all', of: tests })
}

/** What is asked of the record that relations lead to. */
function behind(hops: FieldPath['hops'], condition: RuleCondition): RuleCondition {
  return hops.reduceRight<RuleCondition>(
    (of, hop) => ({ type: 'through', field: hop.field, to: hop.to, of: { type: 'all', of: [hop.scope, of] } }),
    condition,
  )
}

function readChildren(
  path: string,
  { word, inner }: { readonly word: string; readonly inner: Json },
  place: Place,
): RuleCondition {
  const found = place.paths.children?.(path)
  if (!found) return fail(place, { code: 'unknown_field' })
  const childDepth = place.childDepth + 1
  if (childDepth > filterBounds.childDepth)
    return failOnce(place, { code: 'too_deep', params: { max: filterBounds.childDepth } })
  const { children, pairs, scope, paths } = found
  const asked = readNode(inner, { ...place, depth: place.depth + 1, childDepth, paths })
  const some: RuleCondition = { type: 'children', children, pairs, of: { type: 'all', of: [scope, asked] } }
  // Behind a relation that leads nowhere neither holds: there is nothing of which it could.
  return behind(found.hops, word === 'none' ? { type: 'not', of: some } : some)
}

function readTest(
  field: ModelField,
  { operator, value }: { operator: string; value: Json },
  place: Place,
): RuleCondition {
  if (!isOperator(operator) || !operatorsOf(field).includes(operator)) {
    return fail(place, { code: 'unknown_operator', params: { known: operatorsOf(field).join(', ') } })
  }
  if (hasReference(value)) {
    const mistake = mistakesOfReferences({ field, operator, value }, place.reading.attributes)
    return mistake ? fail(place, mistake) : { type: 'my-test', field, operator, value }
  }
  if (isRelativeTo(field, partsOf(value))) {
    const mistake = mistakeOfMoments(field, operator, partsOf(value))
    return mistake ? fail(place, mistake) : { type: 'my-test', field, operator, value }
  }
  const parsed = parseOperand(field, operator, literalOf(value))
  return parsed.ok ? { type: 'test', field, operator, value: parsed.value } : fail(place, parsed.fault)
}
