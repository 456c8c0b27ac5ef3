/** Rules that an owner says of an adopted database: who may do what with the records of a model. */
import type { Filter, Problem } from '@haykal/model'
import type { CountKind } from './messages.ts'

/** The roles that an owner can say rules of; what an owner may do themselves cannot be taken away. */
export const ruledRoles = ['editor', 'reader'] as const

/** One of them. */
export type RuledRole = (typeof ruledRoles)[number]

/** Every record, none, or those that a filter finds. */
export type SaidPermission = boolean | Filter

/** What a role may do with the records of a model. What is absent is not allowed. */
export interface SaidRoleRules {
  readonly read?: SaidPermission
  readonly create?: SaidPermission
  readonly edit?: SaidPermission
  readonly remove?: SaidPermission
  /** Fields that do not exist for the role. */
  readonly hide?: readonly string[]
  /** Fields that the role sees and never sets. */
  readonly readOnly?: readonly string[]
}

/** The rules of a model. A role that is absent has its default: editors may do everything, readers read. */
export type SaidRules = { readonly [role in RuledRole]?: SaidRoleRules }

/**
 * Why a model is closed to a role, whatever was said. `broken`: what was said of it can no longer be understood · `gone`: rules are kept for a
 * model that is no longer there · `new`: it came while such a model was gone, and may be the same one under another name.
 */
export interface RuleTrouble {
  readonly model: string
  readonly role: RuledRole
  readonly reason: 'broken' | 'gone' | 'new'
  /** Of a broken rule: each points to a place inside the rules of the role. */
  readonly problems: readonly Problem[]
}

/** What is said of a model, and where it can no longer be understood. */
export interface ModelRulesReport {
  readonly model: string
  readonly rules: SaidRules
  readonly troubles: readonly RuleTrouble[]
}

/** How many records, as far as was counted; null: it took too long. */
export interface RuleCount {
  readonly count: number | null
  readonly countKind: CountKind
}

/** How many records somebody sees now, how many they would see, and the difference both ways. */
export interface RuleEffect {
  /** The name of the person whose records are counted, where a rule is another one for everybody; absent: it is the same for all. */
  readonly person?: string
  readonly before: RuleCount
  readonly after: RuleCount
  readonly gains: RuleCount
  readonly loses: RuleCount
}

/** What rules would mean, by role: one effect, or where they are others for everybody, one of each of some people. */
export type RuleEffects = { readonly [role in RuledRole]: readonly RuleEffect[] } & {
  /** How many records there are. */
  readonly all: RuleCount
}
