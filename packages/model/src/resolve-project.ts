/** Resolves all models of a project, with all that they demand of each other, and says at once everything that is wrong with them. */
import { checkModels } from './check-models.ts'
import type { ModelDefinition } from './define-model.ts'
import type { Models } from './model.ts'
import { type ModelConstraints, resolveConstraints } from './resolve-constraints.ts'
import { resolveDerived } from './resolve-derived.ts'
import { collectBackRelations, ModelMistakes, type ResolveOptions, resolveParts } from './resolve-models.ts'
import { settleRollups } from './settle-rollups.ts'

/** Resolves all models of a project. Throws `ModelMistakes` with every mistake at once. */
export function resolveModels(definitions: readonly ModelDefinition[], options: ResolveOptions): Models {
  const settled =
    options.isPartial === true ? definitions : settleRollups(definitions, collectBackRelations(definitions, options))
  const { mistakes, models } = resolveParts(settled, options)
  mistakes.push(...checkModels(models, options))
  if (options.isPartial !== true) completeModels(models, mistakes)
  if (mistakes.length > 0) throw new ModelMistakes(mistakes)
  return models
}

/** A model whose constraints are still to be filled in, as they may look at models that come after it. */
type Unfinished = { -readonly [Name in keyof ModelConstraints]: ModelConstraints[Name] }

function completeModels(models: Models, mistakes: string[]): void {
  const byName = new Map(models.all.map((model) => [model.name, model]))
  resolveDerived(byName, mistakes)
  for (const model of models.all) Object.assign(model as Unfinished, resolveConstraints(model, byName, mistakes))
}
