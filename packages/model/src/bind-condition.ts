/** Makes a rule ready for one viewer: what stands for whoever asks becomes a value. What a viewer does not have lets nothing pass. */
import { type Clock, utcClock } from './clock.ts'
import { type Condition, type FieldTest, type MyTest, nothing, type RuleCondition } from './condition.ts'
import type { Json } from './json.ts'
import { attributeOf, literalOf, partsOf, referencedAttribute } from './me-reference.ts'
import type { ModelField } from './model.ts'
import { parseOperand } from './parse-operand.ts'
import { isRelativeTo, readRelative, spanOf, testsOfSpan } from './relative-moment.ts'
import type { Viewer } from './viewer.ts'

/**
 * The condition for a viewer. A test that needs what the viewer does not have is false, whatever its operator;
 * a `not` with such a test anywhere in it is false as a whole, so that nothing is let in by not being known.
 */
export function bindCondition(condition: RuleCondition, viewer: Viewer): Condition {
  return isBound(condition) ? condition : (bind(condition, { viewer, isNegated: false }) ?? nothing)
}

/** Whether a condition asks nothing of whoever asks: it is the same for everyone. */
export function isBound(condition: RuleCondition): condition is Condition {
  switch (condition.type) {
    case 'all':
    case 'any':
      return condition.of.every(isBound)
    case 'not':
    case 'through':
    case 'children':
      return isBound(condition.of)
    case 'test':
      return true
    case 'my-test':
      return false
  }
}

interface Binding {
  readonly viewer: Viewer
  /** Inside of a `not`. */
  readonly isNegated: boolean
}

/** Undefined: it depends on what the viewer does not have. */
function bind(condition: RuleCondition, binding: Binding): Condition | undefined {
  switch (condition.type) {
    case 'all':
    case 'any': {
      const of = condition.of.map((each) => bind(each, binding))
      const known = of.filter((each) => each !== undefined)
      if (known.length === of.length) return { type: condition.type, of: known }
      // Of several ways in, those that are known remain, but not under a `not`, where they would be ways to be kept out.
      const remains = condition.type === 'any' && !binding.isNegated && known.length > 0
      return remains ? { type: 'any', of: known } : undefined
    }
    case 'not': {
      const of = bind(condition.of, { ...binding, isNegated: true })
      return of && { type: 'not', of }
    }
    case 'through':
    case 'children': {
      const of = bind(condition.of, binding)
      return of && { ...condition, of }
    }
    case 'test':
      return condition
    case 'my-test':
      return bindTest(condition, binding)
  }
}

function bindTest({ field, operator, value }: MyTest, { viewer, isNegated }: Binding): Condition | undefined {
  const parts = partsOf(value).flatMap((part) => valuesOf(part, viewer))
  if (isRelativeTo(field, parts)) return bindMoments({ field, operator, parts }, viewer.clock ?? utcClock)
  if (operator === 'in' || operator === 'nin') {
    const parsed = parts.map((part) => parsedPart(part, { field, operator }))
    // One of a list is enough to be in it, whatever else the viewer lacks; not to be in it takes knowing all of it.
    const isSafe = operator === 'in' && !isNegated
    if (!isSafe && parsed.includes(undefined)) return undefined
    return { type: 'test', field, operator, value: parsed.filter((each) => each !== undefined) }
  }
  if (parts.includes(undefined)) return undefined
  const whole = operator === 'between' ? (parts as readonly Json[]) : parts[0]
  if (whole === undefined || (operator !== 'between' && parts.length !== 1)) return undefined
  const parsed = parseOperand(field, operator, whole)
  return parsed.ok ? { type: 'test', field, operator, value: parsed.value } : undefined
}

interface TestOfParts {
  readonly field: ModelField
  readonly operator: FieldTest['operator']
  /** Undefined: what the viewer does not have. */
  readonly parts: readonly (Json | undefined)[]
}

/** A test that is told from the present. What it compares with may be long, as a month is: then it is asked for its beginning and its end. */
function bindMoments({ field, operator, parts }: TestOfParts, clock: Clock): Condition | undefined {
  const [first, second] = parts
  switch (operator) {
    case 'in':
      return anyOf(parts.map((part) => part !== undefined && compared({ field, operator: 'eq', part }, clock)))
    case 'nin':
    case 'ne': {
      const of = parts.map((part) => part !== undefined && compared({ field, operator: 'eq', part }, clock))
      // Not to be among them takes knowing all of them.
      return of.includes(undefined) || of.includes(false) ? undefined : { type: 'not', of: anyOf(of) }
    }
    case 'between': {
      const from = first !== undefined && compared({ field, operator: 'gte', part: first }, clock)
      const until = second !== undefined && compared({ field, operator: 'lte', part: second }, clock)
      return from && until ? { type: 'all', of: [from, until] } : undefined
    }
    default:
      return first === undefined ? undefined : compared({ field, operator, part: first }, clock)
  }
}

function anyOf(of: readonly (Condition | false | undefined)[]): Condition {
  const known = of.filter((each) => each !== undefined && each !== false)
  return known.length === 1 && known[0] ? known[0] : { type: 'any', of: known }
}

/** A comparison with one value, whether it is told from the present or not; undefined for one that the field cannot have. */
function compared(
  {
    field,
    operator,
    part,
  }: { readonly field: ModelField; readonly operator: FieldTest['operator']; readonly part: Json },
  clock: Clock,
): Condition | undefined {
  const relative = readRelative(part)
  if (relative) {
    const tests = testsOfSpan(field, operator, spanOf(relative, field, clock))
    return tests.length === 1 && tests[0] ? tests[0] : { type: 'all', of: tests }
  }
  const parsed = parseOperand(field, operator, part)
  return parsed.ok ? { type: 'test', field, operator, value: parsed.value } : undefined
}

/** A value of a list as the field has it; undefined for one that it cannot have. */
function parsedPart(part: Json | undefined, { field }: Pick<MyTest, 'field' | 'operator'>): Json | undefined {
  if (part === undefined || part === null) return part
  const parsed = parseOperand(field, 'eq', part)
  return parsed.ok ? parsed.value : undefined
}

/** What a written value stands for: several where an attribute has several, one undefined where the viewer has none. */
function valuesOf(part: Json, viewer: Viewer): readonly (Json | undefined)[] {
  const name = referencedAttribute(part)
  if (name === undefined) return [literalOf(part)]
  const value = attributeOf(viewer, name)
  if (!Array.isArray(value)) return [value]
  return value.map((each: Json) => (each === null || each === '' ? undefined : each))
}
