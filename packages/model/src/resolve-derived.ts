/** Resolves the fields that are not stored: where their values come from, and what is wrong with that. */
import { isBound } from './bind-condition.ts'
import { type Condition, everything } from './condition.ts'
import type { Aggregate, Derived, Rollup, RollupDefinition } from './derived.ts'
import { fieldNames } from './expressions/expression.ts'
import { parseExpression } from './expressions/parse-expression.ts'
import { ExpressionMistake } from './expressions/read-tokens.ts'
import { sortExpression, sortOfField } from './expressions/sort-expression.ts'
import { parseRule } from './filter.ts'
import { type BackRelation, type Model, type ModelField, relationNamed } from './model.ts'
import { unlimitedPaths } from './unlimited-path.ts'

/** Fills in where derived fields get their values from, and in `mistakes` all that is wrong with them. */
export function resolveDerived(byName: ReadonlyMap<string, Model>, mistakes: string[]): void {
  for (const model of byName.values()) {
    for (const field of model.fields) {
      const where = `model "${model.name}", field "${field.name}"`
      try {
        const derived = derivedOf(field, model, byName)
        if (derived) Object.assign(field, { derived })
      } catch (error) {
        if (!(error instanceof ExpressionMistake)) throw error
        mistakes.push(`${where}: ${error.message}`)
      }
    }
  }
  mistakes.push(...circles([...byName.values()]))
}

function derivedOf(field: ModelField, model: Model, byName: ReadonlyMap<string, Model>): Derived | undefined {
  const { computed, rollup } = field.options
  if (computed === undefined && rollup === undefined) return undefined
  if (field.isKey || model.title === field)
    throw new ExpressionMistake(
      'what stands for the record is stored, not derived: take another field as key and title',
    )
  const wrong = ofStored.filter((name) => field.options[name] !== undefined)
  if (wrong.length > 0)
    throw new ExpressionMistake(`it is not stored, so that ${wrong.join(' and ')} cannot be said of it: leave it out`)
  if (computed !== undefined && rollup !== undefined)
    throw new ExpressionMistake('it is both computed and rolled up: make a computed field that reads the roll-up')
  return computed === undefined
    ? resolveRollup(rollup as RollupDefinition, field, { model, byName })
    : resolveComputed(computed, field, model)
}

/** What can be said only of what is stored. */
const ofStored = ['unique', 'default', 'generated', 'column'] as const

function resolveComputed(text: string, field: ModelField, model: Model): Derived {
  const parsed = within('computed', () => parseExpression(text))
  const names = fieldNames(parsed)
  const expression = within('computed', () => sortExpression(parsed, (name) => model.field(name)))
  const wanted = within('computed', () => sortOfField(field))
  if (expression.sort !== wanted.sort)
    throw new ExpressionMistake(
      `computed gives ${expression.sort} and the field is made for ${wanted.sort}: give another \`as\``,
    )
  return { type: 'computed', expression, reads: names.flatMap((name) => model.field(name) ?? []) }
}

function within<Result>(name: string, work: () => Result): Result {
  try {
    return work()
  } catch (error) {
    if (error instanceof ExpressionMistake) throw new ExpressionMistake(`${name}: ${error.message}`)
    throw error
  }
}

/** What each aggregate can be made of. */
const aggregates: { readonly [name in Exclude<Aggregate, 'count'>]: readonly string[] } = {
  sum: ['integer', 'decimal'],
  average: ['integer', 'decimal'],
  min: ['integer', 'decimal', 'real', 'date', 'timestamp'],
  max: ['integer', 'decimal', 'real', 'date', 'timestamp'],
}

function resolveRollup(
  definition: RollupDefinition,
  field: ModelField,
  { model, byName }: { readonly model: Model; readonly byName: ReadonlyMap<string, Model> },
): Rollup {
  const { relation, of } = childrenOf(definition, model, byName)
  const [aggregate, name] = aggregateOf(definition)
  const counted = name === undefined ? undefined : of.field(name)
  if (name !== undefined && !counted)
    throw new ExpressionMistake(`rollup names the field "${name}" of "${of.name}", which does not exist`)
  if (counted) checkAggregate({ aggregate: aggregate as Exclude<Aggregate, 'count'>, counted, of }, field)
  else if (field.column.kind !== 'integer')
    throw new ExpressionMistake('rollup counts, and the field is made for something else: leave out `as`')
  return {
    type: 'rollup',
    of,
    pairs: relation.fields.flatMap((pair) => {
      const [child, parent] = [of.field(pair.child), model.field(pair.parent)]
      return child && parent ? [{ child, parent }] : []
    }),
    aggregate,
    ...(counted ? { field: counted } : {}),
    condition: readWhere(definition, of, byName),
    ...(definition.where === undefined ? {} : { where: definition.where }),
  }
}

function childrenOf(
  { of: name }: RollupDefinition,
  model: Model,
  byName: ReadonlyMap<string, Model>,
): { relation: BackRelation; of: Model } {
  const [relation, ...others] = relationNamed(name, model.backRelations)
  const of = byName.get(relation?.model ?? '')
  if (!relation || !of)
    throw new ExpressionMistake(
      `rollup is of "${name}", and no such model points here; known are ${[...new Set(model.backRelations.map((each) => each.model))].join(', ') || 'none'}`,
    )
  if (others.length > 0)
    throw new ExpressionMistake(
      `rollup is of "${name}", which points here by several relations: say which, as in "${name}.${relation.fields[0]?.child}"`,
    )
  return { relation, of }
}

function aggregateOf(definition: RollupDefinition): [aggregate: Aggregate, field?: string] {
  const { count, sum, min, max, average } = definition
  const given = Object.entries({ count, sum, min, max, average }).filter(([, value]) => value !== undefined)
  const [only] = given
  if (!only || given.length > 1) throw new ExpressionMistake('rollup takes one of count, sum, min, max and average')
  const [aggregate, name] = only as [Aggregate, string | true]
  return name === true ? [aggregate] : [aggregate, name]
}

function checkAggregate(
  { aggregate, counted, of }: { aggregate: Exclude<Aggregate, 'count'>; counted: ModelField; of: Model },
  field: ModelField,
): void {
  if (!aggregates[aggregate].includes(counted.column.kind))
    throw new ExpressionMistake(
      `rollup makes a ${aggregate} of "${counted.name}" of "${of.name}", which is neither a number${aggregates[aggregate].includes('date') ? ' nor a day or moment' : ''}`,
    )
  if (aggregate === 'min' || aggregate === 'max') {
    if (field.column.kind !== counted.column.kind)
      throw new ExpressionMistake(
        `rollup gives ${counted.column.kind}, and the field is made for ${field.column.kind}: leave out \`as\``,
      )
    return
  }
  const [from, to] = [sortOfField(counted), sortOfField(field)]
  if (to.sort !== 'number')
    throw new ExpressionMistake(`rollup gives a number, and the field is made for ${to.sort}: leave out \`as\``)
  if (from.sort === 'number' && to.scale < from.scale)
    throw new ExpressionMistake(
      `rollup gives ${from.scale} digits after the point, and the field keeps ${to.scale}: give it a scale of ${from.scale}`,
    )
}

function readWhere({ where }: RollupDefinition, of: Model, byName: ReadonlyMap<string, Model>): Condition {
  if (where === undefined) return everything
  const parsed = parseRule(where, unlimitedPaths(of, byName), {})
  if (!parsed.ok)
    throw new ExpressionMistake(
      parsed.problems
        .map(({ pointer, code }) => `rollup.where has ${code} at ${pointer.replace('?filter', '') || 'its top'}`)
        .join('; '),
    )
  if (!isBound(parsed.condition))
    throw new ExpressionMistake(
      'rollup.where asks who looks, or when, and a roll-up is the same for everyone at any time',
    )
  return parsed.condition
}

/** Derived fields that would need themselves. */
function circles(models: readonly Model[]): string[] {
  return models.flatMap((model) =>
    model.fields.flatMap((field) => {
      const path = wayTo(field, field, new Set())
      return path
        ? [
            `model "${model.name}", field "${field.name}": it is derived from itself, by way of ${path.join(', ')}: take one of them out`,
          ]
        : []
    }),
  )
}

function wayTo(goal: ModelField, from: ModelField, seen: Set<ModelField>): string[] | undefined {
  for (const next of sourcesOf(from)) {
    if (next === goal) return [from.name]
    if (seen.has(next)) continue
    seen.add(next)
    const path = wayTo(goal, next, seen)
    if (path) return [from.name, ...path]
  }
  return undefined
}

/** The fields that a derived field is made of, wherever they are. */
function sourcesOf({ derived }: ModelField): readonly ModelField[] {
  if (!derived) return []
  if (derived.type === 'computed') return derived.reads
  return [...(derived.field ? [derived.field] : []), ...fieldsOf(derived.condition)]
}

function fieldsOf(condition: Condition): ModelField[] {
  switch (condition.type) {
    case 'all':
    case 'any':
      return condition.of.flatMap(fieldsOf)
    case 'not':
      return fieldsOf(condition.of)
    case 'through':
      return [condition.field, ...fieldsOf(condition.of)]
    case 'children':
      return [...condition.pairs.map(({ parent }) => parent), ...fieldsOf(condition.of)]
    case 'test':
      return [condition.field]
  }
}
