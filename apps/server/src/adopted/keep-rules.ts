/** Keeps what an owner says of who may do what: checked whole, and only when it is based on what is kept now. */
import { type Access, createAccess, mistakesOfRules } from '@haykal/access'
import type { Settings } from '@haykal/auth'
import type { ModelRulesReport, SaidRules } from '@haykal/contract'
import { invalid, type Json, type Models, notFound, type Problem, pointerTo } from '@haykal/model'
import { expectBase } from './expect-base.ts'
import type { Held } from './held-database.ts'
import { asRules, type KeptRules, ruleSetting, rulesIn, rulesOf, standingRules } from './said-rules.ts'

/** Rules of one model, and those that their writer saw. */
export interface RulesChange {
  readonly model: string
  readonly rules: SaidRules
  readonly base: SaidRules
}

/** Keeps the rules of a model; empty ones go back to the defaults. Gives all rules. Throws `not_found`, `invalid`, `conflict`. */
export async function keepRules(
  settings: Settings,
  { models }: Pick<Held, 'models'>,
  { model, rules, base }: RulesChange,
): Promise<KeptRules> {
  expectUnderstood(models, model, rules)
  return rulesIn(
    await settings.change(ruleSetting, (before) => {
      const kept = rulesIn(before)
      if (models.get(model) === undefined && !Object.hasOwn(kept.byModel, model)) throw notFound()
      expectBase('rules', { base, theirs: rulesOf(kept, model), yours: rules })
      return withRules(models, kept, { model, rules }) as unknown as Json
    }),
  )
}

/** The rights that rules of a model would give, beside those that hold of the others. Throws `not_found` and `invalid`. */
export function accessUnder({ models, kept }: Pick<Held, 'models' | 'kept'>, model: string, rules: SaidRules): Access {
  if (models.get(model) === undefined) throw notFound()
  expectUnderstood(models, model, rules)
  const next = withRules(models, kept, { model, rules })
  return createAccess(models, standingRules(models, next).rules)
}

/** What is said of a model. Throws `not_found` for one that there is not, unless something is kept of it. */
export function rulesReportOf({ models, kept, troubles }: Held, model: string): ModelRulesReport {
  if (models.get(model) === undefined && !Object.hasOwn(kept.byModel, model)) throw notFound()
  return { model, rules: rulesOf(kept, model), troubles: troubles.filter((each) => each.model === model) }
}

/** Throws `invalid` with everything that is wrong. Of a model that is gone nothing can be said any more: only taken back. */
function expectUnderstood(models: Models, model: string, rules: SaidRules): void {
  if (models.get(model) === undefined) {
    if (Object.keys(rules).length > 0) throw notFound()
    return
  }
  const problems = mistakesOfRules(models, asRules(model, rules)).map(
    ({ role, problem }): Problem => ({ ...problem, pointer: `${pointerTo('rules', role)}${problem.pointer}` }),
  )
  if (problems.length > 0) throw invalid(problems)
}

function withRules(
  models: Models,
  { byModel, known }: KeptRules,
  { model, rules }: Pick<RulesChange, 'model' | 'rules'>,
): KeptRules {
  const others = Object.entries(byModel).filter(([name]) => name !== model)
  const next = Object.fromEntries(Object.keys(rules).length === 0 ? others : [...others, [model, rules]])
  // While a model is gone, one that came meanwhile may be the same under another name: it becomes known by being spoken of.
  const isWhole = Object.keys(next).every((name) => models.get(name) !== undefined)
  const names = isWhole ? models.all.map(({ name }) => name) : [...new Set([...known, model])]
  return { byModel: next, known: names }
}
