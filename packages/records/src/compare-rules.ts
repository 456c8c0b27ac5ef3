/** Tells what other rules would mean for somebody: how many records they see now, how many they would see, and the difference both ways. */
import type { Access } from '@haykal/access'
import type { RuleCount, RuleEffect } from '@haykal/contract'
import {
  both,
  type Condition,
  everything,
  isBound,
  isEverything,
  isNothing,
  notFound,
  nothing,
  type Viewer,
} from '@haykal/model'
import { boundedCount } from './bounded-count.ts'
import type { RecordsCore } from './door.ts'

/** What is compared: what holds now, and what would hold. */
export interface RuleComparison {
  readonly model: string
  readonly viewer: Viewer
  readonly after: Access
}

/** Whether what a role may read of a model is another thing for each of its people, now or then. */
export function isPersonal({ access }: RecordsCore, { model, viewer, after }: RuleComparison): boolean {
  return [access, after].some((each) => {
    const rule = each.for(viewer).model(model)?.rules.acts.read
    return rule !== undefined && !isBound(rule)
  })
}

/** The difference, counted to the bound of lists. */
export async function compareRules(core: RecordsCore, { model, viewer, after }: RuleComparison): Promise<RuleEffect> {
  const table = core.models.get(model)
  const scopeIn = (access: Access) => access.for(viewer).model(model)?.scope('read') ?? nothing
  const [seen, wouldSee] = [scopeIn(core.access), scopeIn(after)]
  const count = async (condition: Condition): Promise<RuleCount> =>
    table === undefined || isNever(condition)
      ? { count: 0, countKind: 'exact' }
      : await boundedCount(core.database, table, condition)
  const [before, then, gains, loses] = await Promise.all([
    count(seen),
    count(wouldSee),
    count(without(wouldSee, seen)),
    count(without(seen, wouldSee)),
  ])
  return { before, after: then, gains, loses }
}

/** How many records a model has. Throws `not_found`. */
export async function countAll({ database, models }: RecordsCore, model: string): Promise<RuleCount> {
  const table = models.get(model)
  if (!table) throw notFound()
  return await boundedCount(database, table, everything)
}

/** What one condition finds and the other does not. */
function without(one: Condition, other: Condition): Condition {
  if (isEverything(other) || one === other) return nothing
  return isNothing(other) ? one : both(one, { type: 'not', of: other })
}

/** Whether it need not be asked of any record. */
function isNever(condition: Condition): boolean {
  return isNothing(condition) || (condition.type === 'all' && condition.of.some(isNothing))
}
