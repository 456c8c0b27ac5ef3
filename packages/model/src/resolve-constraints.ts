/** Resolves what a model demands of several fields at once: unique sets, checks, orders that the database keeps ready. */
import { isBound } from './bind-condition.ts'
import { type Condition, everything } from './condition.ts'
import type { CheckDefinition } from './define-model.ts'
import { isDerived } from './derived.ts'
import { parseRule } from './filter.ts'
import type { Label } from './label.ts'
import type { Model, ModelField, SortTerm } from './model.ts'
import { sortTerms } from './sort-terms.ts'
import { unlimitedPaths } from './unlimited-path.ts'

/** A rule about several fields, ready to be asked. */
export interface ModelCheck {
  /** True of the records that break it. */
  readonly broken: Condition
  /** The model's own fields that it names, where its message is shown. */
  readonly fields: readonly ModelField[]
  readonly message: Label
}

/** What a model demands of several fields at once. */
export interface ModelConstraints {
  readonly uniques: readonly (readonly ModelField[])[]
  readonly checks: readonly ModelCheck[]
  readonly indexes: readonly (readonly SortTerm[])[]
}

/** The constraints of a model, and in `mistakes` all that is wrong with them. */
export function resolveConstraints(
  model: Model,
  byName: ReadonlyMap<string, Model>,
  mistakes: string[],
): ModelConstraints {
  const { unique = [], checks = [], indexes = [] } = model.definition
  const where = `model "${model.name}"`
  const stored = (name: string, use: string): ModelField[] => {
    const field = model.field(name)
    if (field !== undefined && isDerived(field)) {
      mistakes.push(`${where}: ${use} names the field "${name}", which is not stored: name what it is derived from`)
      return []
    }
    if (field !== undefined) return [field]
    mistakes.push(`${where}: ${use} names the field "${name}", which does not exist; known are ${namesOf(model)}`)
    return []
  }
  const uniques = unique.map((names) => {
    if (names.length < 2)
      mistakes.push(
        `${where}: unique has a set of ${names.length}: name two fields or more, and say \`unique: true\` at a field for one`,
      )
    return names.flatMap((name) => stored(name, 'unique'))
  })
  return {
    uniques,
    checks: checks.flatMap((check, index) =>
      resolveCheck(check, { model, byName, mistakes, where: `${where}, check ${index + 1}` }),
    ),
    indexes: indexes.map((terms) => {
      if (terms.length === 0)
        mistakes.push(`${where}: indexes has an empty list: name the fields in their order, or leave it out`)
      return terms.flatMap((term) =>
        sortTerms(term).flatMap(({ name, descending }) =>
          stored(name, 'indexes').map((field) => ({ field, descending })),
        ),
      )
    }),
  }
}

interface CheckSurroundings {
  readonly model: Model
  readonly byName: ReadonlyMap<string, Model>
  readonly mistakes: string[]
  readonly where: string
}

function resolveCheck(
  { when, that, message }: CheckDefinition,
  { model, byName, mistakes, where }: CheckSurroundings,
): ModelCheck[] {
  const before = mistakes.length
  const read = (name: 'when' | 'that', filter: CheckDefinition['that'] | undefined): Condition => {
    if (filter === undefined) return everything
    const parsed = parseRule(filter, unlimitedPaths(model, byName), {})
    if (parsed.ok && isBound(parsed.condition)) return parsed.condition
    if (parsed.ok) {
      mistakes.push(
        `${where}: ${name} asks who writes, or when, and a check is the same for everyone at any time: say it in a rule`,
      )
      return everything
    }
    mistakes.push(
      ...parsed.problems.map(
        ({ pointer, code }) => `${where}: ${name} has ${code} at ${pointer.replace('?filter', '') || 'its top'}`,
      ),
    )
    return everything
  }
  if (that === undefined) mistakes.push(`${where}: that is missing: give the filter that must hold`)
  if (message === undefined) mistakes.push(`${where}: message is missing: say how the record should be`)
  const conditions = [read('when', when), { type: 'not', of: read('that', that) } as const]
  if (mistakes.length > before) return []
  return [
    { broken: { type: 'all', of: conditions }, fields: [...new Set(ownFields(conditions[1] as Condition))], message },
  ]
}

/** The fields of the model itself that a condition looks at. */
function ownFields(condition: Condition): ModelField[] {
  switch (condition.type) {
    case 'all':
    case 'any':
      return condition.of.flatMap(ownFields)
    case 'not':
      return ownFields(condition.of)
    case 'test':
    case 'through':
      return [condition.field]
    case 'children':
      return condition.pairs.map(({ parent }) => parent)
  }
}

function namesOf(model: Model): string {
  return model.fields.map(({ name }) => name).join(', ')
}
