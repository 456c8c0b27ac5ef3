/** Keeps what an owner corrects: checked whole, and only when it is based on what is kept now. */
import type { Settings } from '@haykal/auth'
import {
  type Adoption,
  invalid,
  type Json,
  type ModelCorrection,
  ModelMistakes,
  notFound,
  type Problem,
  pointerTo,
} from '@haykal/model'
import { problemsOfCorrection } from './check-correction.ts'
import {
  type Corrections,
  correctionOf,
  correctionSettings,
  correctionsIn,
  orderIn,
  resolveCorrected,
} from './corrections.ts'
import { expectBase } from './expect-base.ts'

/** A correction of one model, and the one that its writer saw. */
export interface CorrectionChange {
  readonly model: string
  readonly correction: ModelCorrection
  readonly base: ModelCorrection
}

/** An order of the models, and the one that its writer saw. */
export interface OrderChange {
  readonly order: readonly string[]
  readonly base: readonly string[]
}

/** What corrections are about, and those that there are. */
interface Corrected {
  readonly adoption: Adoption
  readonly corrections: Corrections
}

/** Keeps a correction; an empty one goes back to the guess. Gives all corrections. Throws `not_found`, `invalid`, `conflict`. */
export async function keepCorrection(
  settings: Settings,
  { adoption, corrections }: Corrected,
  { model, correction, base }: CorrectionChange,
): Promise<Corrections> {
  const guess = adoption.guesses.find(({ definition }) => definition.name === model)
  if (!guess) throw notFound()
  const problems = problemsOfCorrection(guess, correction)
  if (problems.length > 0) throw invalid(problems)
  if (!goesWithOthers(adoption, corrections, { model, correction }))
    throw invalid([{ pointer: pointerTo('correction', ...(correction.key ? ['key'] : [])), code: 'not_an_option' }])
  const kept = await settings.change(correctionSettings.byModel, (before) => {
    const byModel = correctionsIn(before)
    expectBase('correction', { base, theirs: correctionOf({ byModel, order: [] }, model), yours: correction })
    return withCorrection(byModel, { model, correction }) as Json
  })
  return { ...corrections, byModel: correctionsIn(kept) }
}

/** Keeps an order. Gives all corrections. Throws `invalid` and `conflict`. */
export async function keepOrder(
  settings: Settings,
  { adoption, corrections }: Corrected,
  { order, base }: OrderChange,
): Promise<Corrections> {
  const known = new Set(adoption.guesses.map(({ definition }) => definition.name))
  const problems = order.flatMap((name, index): Problem[] => {
    const pointer = pointerTo('order', index)
    if (!known.has(name)) return [{ pointer, code: 'not_an_option' }]
    return order.indexOf(name) < index ? [{ pointer, code: 'not_unique' }] : []
  })
  if (problems.length > 0) throw invalid(problems)
  const kept = await settings.change(correctionSettings.order, (before) => {
    expectBase('order', { base, theirs: orderIn(before), yours: order })
    return order
  })
  return { ...corrections, order: orderIn(kept) }
}

type Named = Pick<CorrectionChange, 'model' | 'correction'>

function withCorrection(byModel: Corrections['byModel'], { model, correction }: Named): Corrections['byModel'] {
  const others = Object.entries(byModel).filter(([name]) => name !== model)
  return Object.fromEntries(Object.keys(correction).length === 0 ? others : [...others, [model, correction]])
}

/** A correction must make models that work, by itself and, unless they do not work without it either, beside the others. */
function goesWithOthers(adoption: Adoption, { byModel, order }: Corrections, named: Named): boolean {
  const works = (some: Corrections['byModel']) => {
    try {
      resolveCorrected(adoption, { byModel: some, order })
      return true
    } catch (error) {
      if (error instanceof ModelMistakes) return false
      throw error
    }
  }
  const without = withCorrection(byModel, { ...named, correction: {} })
  return works(withCorrection({}, named)) && (works(withCorrection(byModel, named)) || !works(without))
}
