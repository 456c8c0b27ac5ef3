/** Tells an owner what became of each object of an adopted database, and what can be corrected. */
import type { AdoptedModel, AdoptionReport } from '@haykal/contract'
import type { Adoption } from '@haykal/model'
import { correctionOf } from './corrections.ts'
import type { Held } from './held-database.ts'
import { ruledModels } from './said-rules.ts'

/** The whole report; models in the order of the sidebar. */
export function reportOf(held: Held): AdoptionReport {
  const { adoption, corrections, models, kept, troubles } = held
  return {
    objects: adoption.objects,
    models: models.all.flatMap(({ name }) => modelReportOf(held, name) ?? []),
    order: corrections.order,
    ruled: ruledModels(kept),
    ruleTroubles: troubles,
  }
}

/** In how many places the guesses are doubtful; what a virtual table keeps for itself is in nobody's way. */
export function countDoubts({ objects }: Adoption): number {
  return objects.filter(({ type }) => type !== 'shadow').reduce((sum, { doubts }) => sum + doubts.length, 0)
}

/** One model of it; undefined for one that there is not. */
export function modelReportOf({ adoption, corrections }: Held, model: string): AdoptedModel | undefined {
  const guess = adoption.guesses.find(({ definition }) => definition.name === model)
  return guess && { ...guess, correction: correctionOf(corrections, model) }
}
