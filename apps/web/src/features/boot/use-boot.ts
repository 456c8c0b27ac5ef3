/** What the browser was told at the beginning, for everything that is shown. */
import type { Boot, BootModel } from '@haykal/contract'
import type { Model, Models } from '@haykal/model'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useClient } from 'haykal/web'
import { bootOptions } from './boot-options.ts'
import { modelsOf } from './models-of.ts'

/** The answer of boot. */
export function useBoot(): Boot {
  return useSuspenseQuery(bootOptions(useClient())).data
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
