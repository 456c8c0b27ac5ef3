/** What an owner says of an adopted database in place of the guesses: kept with Haykal, never in the file, and put into effect here. */
import type { Settings } from '@haykal/auth'
import { fieldKinds } from '@haykal/fields'
import {
  type Adoption,
  correctDefinition,
  type FieldDefinition,
  isJsonObject,
  isSameJson,
  type Json,
  type ModelCorrection,
  type ModelGuess,
  ModelMistakes,
  type Models,
  resolveModels,
} from '@haykal/model'

/** All that was corrected. */
export interface Corrections {
  readonly byModel: { readonly [model: string]: ModelCorrection }
  /** The models in the order of the sidebar; those that are not named come after. */
  readonly order: readonly string[]
}

/** The settings that hold them. */
export const correctionSettings = { byModel: 'corrections', order: 'modelOrder' } as const

/** Reads what is kept. */
export async function readCorrections(settings: Settings): Promise<Corrections> {
  return {
    byModel: correctionsIn(await settings.read(correctionSettings.byModel)),
    order: orderIn(await settings.read(correctionSettings.order)),
  }
}

/** The corrections that a setting holds, by model. */
export function correctionsIn(kept: Json | undefined): Corrections['byModel'] {
  return isJsonObject(kept) ? (kept as Corrections['byModel']) : {}
}

/** The order that a setting holds. */
export function orderIn(kept: Json | undefined): readonly string[] {
  return Array.isArray(kept) ? kept.map(String) : []
}

/** The correction of a model; an empty one where nothing was corrected. */
export function correctionOf({ byModel }: Corrections, model: string): ModelCorrection {
  return (Object.hasOwn(byModel, model) ? byModel[model] : undefined) ?? {}
}

/** The models as corrected, in the order of the sidebar. Throws `ModelMistakes` where a correction does not go with the others. */
export function resolveCorrected({ guesses, isLoose }: Adoption, corrections: Corrections): Models {
  const place = new Map(corrections.order.map((name, index) => [name, index]))
  const placeOf = ({ definition: { name } }: ModelGuess) => place.get(name) ?? corrections.order.length
  const definitions = guesses
    .toSorted((one, other) => placeOf(one) - placeOf(other))
    .map((guess) =>
      correctDefinition(guess.definition, fitting(guess, correctionOf(corrections, guess.definition.name))),
    )
  return resolveModels(definitions, { kinds: fieldKinds, isLoose })
}

/** The same, without those corrections that no longer go with the others: the database may have changed after its owner spoke. */
export function resolveAsFarAsFitting(adoption: Adoption, corrections: Corrections): Models {
  const attempt = (byModel: Corrections['byModel']) => {
    try {
      return resolveCorrected(adoption, { ...corrections, byModel })
    } catch (error) {
      if (error instanceof ModelMistakes) return undefined
      throw error
    }
  }
  const all = attempt(corrections.byModel)
  if (all) return all
  let fittingOnes: Corrections['byModel'] = {}
  for (const [model, correction] of Object.entries(corrections.byModel)) {
    const more = { ...fittingOnes, [model]: correction }
    if (attempt(more)) fittingOnes = more
  }
  return resolveCorrected(adoption, { ...corrections, byModel: fittingOnes })
}

/** Whether a kind is among those that a field can be taken for. */
export function isAlternative({ alternatives }: ModelGuess, field: string, wanted: FieldDefinition): boolean {
  const known = Object.hasOwn(alternatives, field) ? (alternatives[field] ?? []) : []
  return known.some((each) => isSameJson(each as unknown as Json, wanted as unknown as Json))
}

/** A correction without kinds that its fields cannot be taken for any more. */
function fitting(guess: ModelGuess, correction: ModelCorrection): ModelCorrection {
  if (correction.fields === undefined) return correction
  const fields = Object.entries(correction.fields).map(([name, { as, ...rest }]) => [
    name,
    as !== undefined && isAlternative(guess, name, as) ? { ...rest, as } : rest,
  ])
  return { ...correction, fields: Object.fromEntries(fields) }
}
