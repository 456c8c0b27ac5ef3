/** What the browser was told at the beginning, for everything that is shown. */
import type { Boot, BootModel } from '@haykal/contract'
import { fieldKinds } from '@haykal/fields'
import { type Model, type Models, resolveToldModels } from '@haykal/model'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useClient } from 'haykal/web'
import { bootOptions } from './boot-options.ts'

/** The answer of boot. */
export function useBoot(): Boot {
  return useSuspenseQuery(bootOptions(useClient())).data
}

const resolved = new WeakMap<readonly BootModel[], Models>()

/** The models of an answer, ready for use. A relation may point to a model that this person does not see. */
export function modelsOf(boot: Boot): Models {
  const known = resolved.get(boot.models)
  if (known) return known
  const models = resolveToldModels(boot.models, { kinds: fieldKinds })
  resolved.set(boot.models, models)
  return models
}

/** The models that this person may see. */
export function useModels(): Models {
  return modelsOf(useBoot())
}

/** A model with what this person may do with it. */
export interface ModelAccess {
  readonly model: Model
  readonly access: BootModel
}

/** A model by name; undefined for one that does not exist or that this person may not see. */
export function useModel(name: string): ModelAccess | undefined {
  const boot = useBoot()
  const model = modelsOf(boot).get(name)
  const access = boot.models.find((each) => each.name === name)
  return model && access && { model, access }
}
