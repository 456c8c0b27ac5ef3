/** Tells whether two conditions ask for the same. */
import type { FoundTest, ListCondition, Model, ModelField } from '@haykal/model'

/** What tells a condition from others, to be written as JSON. */
export function keyOfCondition(condition: ListCondition): readonly unknown[] {
  switch (condition.type) {
    case 'all':
    case 'any':
      return [condition.type, ...condition.of.map(keyOfCondition)]
    case 'not':
      return ['not', keyOfCondition(condition.of)]
    case 'test':
      return [numberOf(condition.field), condition.operator, condition.value]
    case 'found':
      return ['found', numberOf(condition.of), condition.fields.map(numberOf), condition.patterns, groundKey(condition)]
    case 'through':
      return ['through', numberOf(condition.field), numberOf(condition.to), keyOfCondition(condition.of)]
    case 'children': {
      const pairs = condition.pairs.map(({ child, parent }) => [numberOf(child), numberOf(parent)])
      return ['children', numberOf(condition.children), pairs, keyOfCondition(condition.of)]
    }
  }
}

function groundKey({ ground }: FoundTest): unknown {
  return ground && { ...ground, ...(ground.upTo !== undefined && { upTo: String(ground.upTo) }) }
}

/** Models and fields are told apart by what they are, not by their names: a roll-up of one name counts other records for each role. */
const numbers = new WeakMap<Model | ModelField, number>()
let last = 0

/** The number of a model or a field, as long as the process runs. */
export function numberOf(thing: Model | ModelField): number {
  const known = numbers.get(thing)
  if (known !== undefined) return known
  last += 1
  numbers.set(thing, last)
  return last
}
