/** Rules while an owner says them: what each role may do, with the usual where nothing is said, and back to what is kept. */
import { type RuledRole, ruledRoles, type SaidPermission, type SaidRoleRules, type SaidRules } from '@haykal/contract'
import { isJsonObject, isSameJson, type Json } from '@haykal/model'

/** What can be done with a record, in the order in which it is said. */
export const ruledActs = ['read', 'create', 'edit', 'remove'] as const

/** What a role may do with a field. */
export type FieldRight = 'shown' | 'only' | 'hide'

/** What a role may do where nothing is said. */
export const usualRules: { readonly [role in RuledRole]: SaidRoleRules } = {
  editor: { read: true, create: true, edit: true, remove: true },
  reader: { read: true, create: false, edit: false, remove: false },
}

/** What is said of a role, or the usual. */
export function roleRulesOf(draft: SaidRules, role: RuledRole): SaidRoleRules {
  return draft[role] ?? usualRules[role]
}

/** Rules in which one role may do something else. */
export function withRole(draft: SaidRules, role: RuledRole, rules: SaidRoleRules): SaidRules {
  const next = { ...roleRulesOf(draft, role), ...rules }
  const { [role]: _, ...others } = draft
  return isSame(tidyRole(next), tidyRole(usualRules[role])) ? others : { ...others, [role]: next }
}

/** The right to a field. */
export function fieldRight({ hide = [], readOnly = [] }: SaidRoleRules, field: string): FieldRight {
  if (hide.includes(field)) return 'hide'
  return readOnly.includes(field) ? 'only' : 'shown'
}

/** The rules of a role with another right to a field. */
export function withFieldRight(rules: SaidRoleRules, field: string, right: FieldRight): SaidRoleRules {
  const listed = (names: readonly string[] = [], isIn: boolean) =>
    isIn ? [...names.filter((name) => name !== field), field] : names.filter((name) => name !== field)
  return {
    ...rules,
    hide: listed(rules.hide, right === 'hide'),
    readOnly: listed(rules.readOnly, right === 'only'),
  }
}

/** The rules as they are sent: in one form, so that the same is the same, whichever way it was said. */
export function tidied(draft: SaidRules): SaidRules {
  return Object.fromEntries(
    ruledRoles.flatMap((role) => (draft[role] === undefined ? [] : [[role, tidyRole(draft[role])]])),
  )
}

/** How many places differ from what is kept. */
export function countChanges(kept: SaidRules, draft: SaidRules): number {
  return ruledRoles.reduce((sum, role) => {
    const [before, after] = [kept, draft].map((rules) => tidyRole(roleRulesOf(rules, role)))
    const words = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])] as (keyof SaidRoleRules)[]
    return sum + words.filter((word) => !isSame(before?.[word], after?.[word])).length
  }, 0)
}

/** Whether a filter was begun and asks nothing yet. */
export function isUnfinished(permission: SaidPermission | undefined): boolean {
  return isJsonObject(permission) && Object.keys(permission).length === 0
}

/** Whether something was begun in any place. */
export function hasUnfinished(draft: SaidRules): boolean {
  return ruledRoles.some((role) => ruledActs.some((act) => isUnfinished(draft[role]?.[act])))
}

function tidyRole({ hide = [], readOnly = [], ...acts }: SaidRoleRules): SaidRoleRules {
  const said = Object.fromEntries(ruledActs.map((act) => [act, acts[act] ?? false]))
  return {
    ...said,
    ...(hide.length > 0 && { hide: hide.toSorted() }),
    ...(readOnly.length > 0 && { readOnly: readOnly.toSorted() }),
  }
}

function isSame(one: unknown, other: unknown): boolean {
  return isSameJson((one ?? null) as Json, (other ?? null) as Json)
}
