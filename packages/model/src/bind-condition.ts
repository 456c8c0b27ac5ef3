/** Makes a rule ready for one viewer: what stands for whoever asks becomes a value. What a viewer does not have lets nothing pass. */
import { type Condition, type MyTest, nothing, type RuleCondition } from './condition.ts'
import type { Json } from './json.ts'
import { attributeOf, literalOf, partsOf, referencedAttribute } from './me-reference.ts'
import { parseOperand } from './parse-operand.ts'
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
    case 'through': {
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
