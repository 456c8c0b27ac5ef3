/** Makes the models ready that boot told of; once for each answer. */
import type { Boot, BootModel } from '@haykal/contract'
import { fieldKinds } from '@haykal/fields'
import { type Models, resolveToldModels } from '@haykal/model'

const resolved = new WeakMap<readonly BootModel[], Models>()

/** The models of an answer, ready for use. A relation may point to a model that this person does not see. */
export function modelsOf(boot: Boot): Models {
  const known = resolved.get(boot.models)
  if (known) return known
  const models = resolveToldModels(boot.models, { kinds: fieldKinds })
  resolved.set(boot.models, models)
  return models
}
