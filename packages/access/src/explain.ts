/** Says why: which rule lets a viewer do something, or keeps them from it, and which part of it. */
import {
  type AnyRecord,
  bindCondition,
  type Condition,
  conjuncts,
  type Explanation,
  isEverything,
  isNothing,
  isSettable,
  type Model,
  type RuleCondition,
  type ToldAbout,
} from '@haykal/model'
import type { ViewerAccess } from './access.ts'
import type { Act } from './prepare-rules.ts'
import {
  joined,
  type Knows,
  type Mention,
  mentionsOf,
  ownFields,
  type Telling,
  tellCondition,
  tellFacts,
} from './tell-condition.ts'

/** What is asked about. */
export interface Question {
  readonly access: ViewerAccess
  readonly model: Model
  readonly act: Act
  /** Absent: the record as a whole. */
  readonly field?: string
  /** The record that is asked about; absent: any. */
  readonly record?: AnyRecord
  /** The record is as it would become. */
  readonly isAfter?: boolean
  /** Whom it is about, where that is not whoever is told. */
  readonly about?: ToldAbout
  /** What whoever is told may know of; absent: what the viewer may. */
  readonly knows?: Knows
  /** What the record is called that a relation points to; absent: nobody knows. */
  readonly titleOf?: Telling['titleOf']
}

/** Asks a condition of the record that is asked about. */
export type Holds = (condition: Condition) => Promise<boolean>

/** Which rule decides. `holds`: asks the record; absent: no record is asked about. */
export async function explain(question: Question, holds?: Holds): Promise<Explanation> {
  const { act, isAfter } = question
  // Nobody does anything with what they do not see; what they make of it they need not.
  if (act !== 'read' && act !== 'create' && isAfter !== true) {
    const seen = await explain({ ...question, act: 'read' }, holds)
    if (!seen.isAllowed) return seen
  }
  const refused = refusedField(question)
  if (refused) return told(question, refused)
  const parts = conjuncts(ruleOf(question))
  const failing: RuleCondition[] = []
  for (const part of holds ? parts : []) {
    const bound = bindCondition(part, question.access.viewer)
    if (isNothing(bound) || !(await holds?.(bound))) failing.push(part)
  }
  return explainParts(question, failing)
}

/** Which rule decides where no record has to be asked: whether the act is allowed on any. */
export function explainAct(question: Question): Explanation {
  return explainParts(question, [])
}

/** The records that an explanation would mention by their keys: for whoever finds out what they are called. */
export function mentionsIn(question: Question): readonly Mention[] {
  const { model, record, act } = question
  const telling = tellingOf(question)
  const rules = [...new Set<Act>(['read', act])].map((each) => ruleOf({ ...question, act: each }))
  const held = rules.flatMap(ownFields).flatMap(({ name }): Mention[] => {
    const relation = telling.knows(model)?.field(name)
    const value = record?.[name] ?? null
    return relation?.references === undefined || value === null ? [] : [{ relation, value }]
  })
  return [...rules.flatMap((rule) => mentionsOf(telling, { rule, model })), ...held]
}

/** Why a field is not seen, or not set, whatever the record; undefined where nothing is against it. */
function refusedField(question: Question): Verdict | undefined {
  const { access, model, act, field } = question
  const visible = access.model(model.name)
  if (field === undefined || !visible) return undefined
  const label = knowsOf(question)(model)?.field(field)?.label
  const named = label === undefined ? {} : { field: label }
  if (!visible.field(field)) return { code: 'hidden', isAllowed: false, ...named }
  if (act !== 'create' && act !== 'edit') return undefined
  const own = model.field(field)
  if (own && !isSettable(own, act)) return { code: 'fixed', isAllowed: false, field: own.label }
  return visible.maySet(field, act) ? undefined : { code: 'field', isAllowed: false, field: own?.label ?? field }
}

function explainParts(question: Question, failing: readonly RuleCondition[]): Explanation {
  const { access, model, about, record } = question
  const rule = ruleOf(question)
  if (isNothing(rule)) return told(question, { code: 'none', isAllowed: false })
  if (isEverything(rule)) return told(question, { code: 'all', isAllowed: true })
  const parts = conjuncts(rule)
  // Of a role, some may: what is known of the person decides, and nobody in particular is asked about.
  const isOpen = about?.type === 'role' && record === undefined
  const impossible = isOpen ? [] : parts.filter((part) => isNothing(bindCondition(part, access.viewer)))
  const refusing = failing.length > 0 ? failing : impossible
  const shown = refusing.length > 0 ? refusing : parts
  const telling = tellingOf(question)
  const condition = joined(
    'all',
    shown.map((part) => tellCondition(telling, { rule: part, model })),
  )
  const facts = record ? tellFacts(telling, model, { rules: shown, record }) : []
  return told(question, {
    code: 'some',
    isAllowed: refusing.length === 0,
    condition,
    ...(facts.length > 0 ? { facts } : {}),
    ...(facts.length > 0 && question.isAfter === true ? { isAfter: true } : {}),
  })
}

function ruleOf({ access, model, act }: Question): RuleCondition {
  return access.model(model.name)?.rules.acts[act] ?? { type: 'any', of: [] }
}

function knowsOf({ access, knows }: Question): Knows {
  return knows ?? (({ name }) => access.model(name))
}

function tellingOf(question: Question): Telling {
  const { access, about, titleOf } = question
  return {
    knows: knowsOf(question),
    attributes: access.attributes,
    viewer: access.viewer,
    isForRole: about?.type === 'role',
    ...(titleOf && { titleOf }),
  }
}

type Verdict = Pick<Explanation, 'code' | 'isAllowed'> & Partial<Explanation>

function told({ access, act, model, about }: Question, verdict: Verdict): Explanation {
  const { viewer, roleLabel } = access
  return {
    role: viewer.role,
    ...(roleLabel === undefined ? {} : { roleLabel }),
    act,
    models: model.plural,
    ...verdict,
    ...(about && { about }),
  }
}
