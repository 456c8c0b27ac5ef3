/** Tells an owner what became of each object of an adopted database, and what can be corrected. */
import type { AdoptedModel, AdoptionReport } from '@haykal/contract'
import { correctionOf } from './corrections.ts'
import type { Held } from './held-database.ts'

/** The whole report; models in the order of the sidebar. */
export function reportOf(held: Held): AdoptionReport {
  const { adoption, corrections, models } = held
  return {
    objects: adoption.objects,
    models: models.all.flatMap(({ name }) => modelReportOf(held, name) ?? []),
    order: corrections.order,
  }
}

/** One model of it; undefined for one that there is not. */
export function modelReportOf({ adoption, corrections }: Held, model: string): AdoptedModel | undefined {
  const guess = adoption.guesses.find(({ definition }) => definition.name === model)
  return guess && { ...guess, correction: correctionOf(corrections, model) }
}
