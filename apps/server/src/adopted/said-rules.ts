/** Rules that an owner says of an adopted database: kept with Haykal, never in the file, and put into effect as far as they can be understood. */
import { type ModelRules, mistakesOfRules, type RoleRules, type Rules } from '@haykal/access'
import type { Settings } from '@haykal/auth'
import { type RuledRole, type RuleTrouble, ruledRoles, type SaidRoleRules, type SaidRules } from '@haykal/contract'
import { isJsonObject, type Json, type Model, type Models } from '@haykal/model'

/** All that is kept of rules. */
export interface KeptRules {
  readonly byModel: { readonly [model: string]: SaidRules }
  /** The models that were there, or were spoken of, when something was said last. */
  readonly known: readonly string[]
}

/** The rules that hold. */
export interface StandingRules {
  readonly rules: Rules
  readonly troubles: readonly RuleTrouble[]
}

/** The setting that holds them. */
export const ruleSetting = 'rules'

/** Reads what is kept. */
export async function readRules(settings: Settings): Promise<KeptRules> {
  return rulesIn(await settings.read(ruleSetting))
}

/** The rules that a setting holds. Throws when it holds something else: to go on without would be to allow what was forbidden. */
export function rulesIn(kept: Json | undefined): KeptRules {
  if (kept === undefined) return { byModel: {}, known: [] }
  const isWhole =
    isJsonObject(kept) &&
    isJsonObject(kept.byModel) &&
    Object.values(kept.byModel).every((byRole) => isJsonObject(byRole) && Object.values(byRole).every(isJsonObject)) &&
    Array.isArray(kept.known)
  if (!isWhole) throw new Error('What Haykal keeps of the rules of this database is damaged: put back its data folder')
  return kept as unknown as KeptRules
}

/** What is said of a model; nothing where all roles have their defaults. */
export function rulesOf({ byModel }: KeptRules, model: string): SaidRules {
  return (Object.hasOwn(byModel, model) ? byModel[model] : undefined) ?? {}
}

/** The models of which something is said. */
export function ruledModels({ byModel }: KeptRules): readonly string[] {
  return Object.keys(byModel)
}

/** Rules that say something of one model, as they are prepared. */
export function asRules(model: string, said: SaidRules): Rules {
  return { [model]: said as ModelRules }
}

/** The rules as far as they can be understood. Where they cannot, the model is closed to the role: a right that nobody can read is no right. */
export function standingRules(models: Models, kept: KeptRules): StandingRules {
  // By a map, as a table may be called as what every object has.
  const standing = new Map<string, { readonly [role in RuledRole]?: RoleRules }>()
  const troubles: RuleTrouble[] = []
  const stand = (model: string, role: RuledRole, said: SaidRoleRules) =>
    standing.set(model, { ...standing.get(model), [role]: said as RoleRules })
  for (const { model, role, said } of everySaid(kept)) {
    const problems = mistakesOfRules(models, asRules(model, { [role]: said })).map(({ problem }) => problem)
    const isGone = models.get(model) === undefined
    if (isGone || problems.length > 0)
      troubles.push({ model, role, reason: isGone ? 'gone' : 'broken', problems: isGone ? [] : problems })
    if (!isGone) stand(model, role, problems.length > 0 ? {} : said)
  }
  for (const role of ruledRoles) {
    if (!troubles.some((each) => each.role === role && each.reason === 'gone')) continue
    for (const { name } of models.all.filter((model) => isUnspoken(kept, model, role))) {
      troubles.push({ model: name, role, reason: 'new', problems: [] })
      stand(name, role, {})
    }
  }
  return { rules: Object.fromEntries(standing), troubles }
}

function everySaid({ byModel }: KeptRules) {
  return Object.entries(byModel).flatMap(([model, said]) =>
    ruledRoles.flatMap((role) => (said[role] === undefined ? [] : [{ model, role, said: said[role] }])),
  )
}

/** Whether a model came after the last word, and could be one that was spoken of under another name. */
function isUnspoken({ byModel, known }: KeptRules, { name }: Model, role: RuledRole): boolean {
  return !known.includes(name) && !(Object.hasOwn(byModel, name) && byModel[name]?.[role] !== undefined)
}
