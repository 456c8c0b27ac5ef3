/** Who may do what with an adopted database, as its owner says it; a project says so in its code. */
import { type Auth, meOf } from '@haykal/auth'
import { type RuledRole, type RuleEffect, ruledRoles } from '@haykal/contract'
import { isSameJson, type Json, notFound, type Viewer } from '@haykal/model'
import { compareRules, countAll, isPersonal } from '@haykal/records'
import { accessUnder, keepRules, rulesReportOf } from '../adopted/keep-rules.ts'
import { rulesOf } from '../adopted/said-rules.ts'
import { unavailable } from '../adopted/trouble.ts'
import type { Handlers } from '../http/asked.ts'
import type { State } from './state.ts'

/** Of how many people is told what they would see, where a rule is another one for everybody. */
const mostPeople = 3

/** The handlers of rules. */
export function rulesHandlers({ adopted, auth }: State): Pick<Handlers, 'readRules' | 'saveRules' | 'tryRules'> {
  const { settings } = auth
  const present = async () => {
    if (!adopted) throw notFound()
    await adopted.look()
    return adopted
  }
  return {
    readRules: async ({ path }) => ({ reply: rulesReportOf((await present()).held, path.model) }),
    async saveRules({ path: { model }, body }) {
      const held = await (await present()).rule((before) => keepRules(settings, before, { model, ...body }))
      const { kept, troubles } = held
      return {
        reply: { model, rules: rulesOf(kept, model), troubles: troubles.filter((each) => each.model === model) },
      }
    },
    async tryRules({ path: { model }, body: { rules } }) {
      const { held, trouble } = await present()
      if (trouble !== undefined) throw unavailable(trouble)
      const { core, kept } = held
      const other = accessUnder(held, model, rules)
      const effectsFor = async (role: RuledRole): Promise<readonly RuleEffect[]> => {
        const before = rulesOf(kept, model)[role] as Json | undefined
        const isSame = isSameJson(before ?? null, (rules[role] as Json | undefined) ?? null)
        const comparison = { model, after: isSame ? core.access : other }
        const plain: Viewer = { id: null, role }
        if (!isPersonal(core, { ...comparison, viewer: plain }))
          return [await compareRules(core, { ...comparison, viewer: plain })]
        const people = await peopleOf(auth, role)
        return await Promise.all(
          people.map(async ({ name, viewer }) => ({
            person: name,
            ...(await compareRules(core, { ...comparison, viewer })),
          })),
        )
      }
      const [all, ...effects] = await Promise.all([countAll(core, model), ...ruledRoles.map(effectsFor)])
      const [editor = [], reader = []] = effects
      return { reply: { all, editor, reader } }
    },
  }
}

/** The first people of a role, by name, as rules see them. */
async function peopleOf({ roster, declared }: Auth, role: RuledRole) {
  const { people } = await roster.list({ q: role, offset: 0, limit: 200 })
  return people
    .filter((person) => person.role === role && person.suspendedAt === null)
    .slice(0, mostPeople)
    .map((person) => {
      const viewer: Viewer = { id: person.id, role, me: meOf(declared, person) }
      return { name: person.name, viewer }
    })
}
