/** Filters as JSON, from a URL or from code, turned into conditions; all problems at once. */
import { bindCondition } from './bind-condition.ts'
import type { Condition, RuleCondition } from './condition.ts'
import { isJsonObject, type Json } from './json.ts'
import { hasReference, literalOf, mistakesOfReferences } from './me-reference.ts'
import type { Model, ModelField } from './model.ts'
import { filterBounds, isOperator, operatorsOf, parseOperand } from './parse-operand.ts'
import type { Fault, Problem } from './problem.ts'
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

/** Follows a path of names for one person; undefined for what does not exist and for what they may not see, alike. */
export type ResolvePath = (path: string) => FieldPath | undefined

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
  resolvePath: ResolvePath,
  asker: FilterAsker = { viewer: nobody, attributes: {} },
): FilterResult {
  const read = parseRule(filter, resolvePath, asker.attributes)
  return read.ok ? { ok: true, condition: bindCondition(read.condition, asker.viewer) } : read
}

/** Reads a filter once for all viewers; `$me` stays in it until it is bound (`bindCondition`). */
export function parseRule(filter: Json, resolvePath: ResolvePath, attributes: MeAttributes): RuleResult {
  const reading: Reading = { resolvePath, attributes, problems: [], nodes: 0 }
  const condition = readNode(filter, { pointer: '?filter', depth: 0, reading })
  return reading.problems.length === 0 ? { ok: true, condition } : { ok: false, problems: reading.problems }
}

interface Reading {
  readonly resolvePath: ResolvePath
  readonly attributes: MeAttributes
  readonly problems: Problem[]
  nodes: number
}

const nowhere: Condition = { type: 'any', of: [] }

/** Where in the filter something stands. */
interface Place {
  readonly pointer: string
  readonly depth: number
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
  if (depth > filterBounds.depth || reading.nodes > filterBounds.nodes) {
    // Said once: a filter that is too large would otherwise answer with as many problems as it has nodes.
    return reading.problems.some((problem) => problem.code === 'too_complex')
      ? nowhere
      : fail({ pointer: '?filter', reading }, tooComplex)
  }
  if (!isJsonObject(node)) return fail(place, { code: 'wrong_type', params: { expected: 'object' } })
  const of = Object.entries(node).map(([name, inner]) => readEntry(name, inner, inside(place, name)))
  return of.length === 1 && of[0] ? of[0] : { type: 'all', of }
}

const tooComplex: Fault = { code: 'too_complex', params: { nodes: filterBounds.nodes, depth: filterBounds.depth } }

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
  const found = place.reading.resolvePath(path)
  if (!found) return fail(place, { code: 'unknown_field' })
  if (!isJsonObject(inner) || Object.keys(inner).length === 0) {
    return fail(place, { code: 'wrong_type', params: { expected: 'object' } })
  }
  const tests = Object.entries(inner).map(([operator, value]) => {
    place.reading.nodes += 1
    return readTest(found.field, { operator, value }, inside(place, operator))
  })
  const test: RuleCondition = tests.length === 1 && tests[0] ? tests[0] : { type: 'all', of: tests }
  return found.hops.reduceRight<RuleCondition>(
    (of, hop) => ({ type: 'through', field: hop.field, to: hop.to, of: { type: 'all', of: [hop.scope, of] } }),
    test,
  )
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
  const parsed = parseOperand(field, operator, literalOf(value))
  return parsed.ok ? { type: 'test', field, operator, value: parsed.value } : fail(place, parsed.fault)
}
