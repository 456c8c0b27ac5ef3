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
  joined,
  type Knows,
  type Mention,
  type Model,
  mentionsOf,
  ownFields,
  type RuleCondition,
  type Telling,
  type ToldAbout,
  tellCondition,
  tellFacts,
  type Viewer,
} from '@haykal/model'
import type { ViewerAccess } from './access.ts'
import type { Act } from './prepare-rules.ts'

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
  if (act === 'read' || act === 'create' || isAfter === true) return await explainOwn(question, holds)
  // Nobody does anything with what they do not see; what they make of it they need not.
  const reading: Question = { ...question, act: 'read' }
  const seen = await explainOwn(reading, holds)
  if (seen.isAllowed) return await explainOwn(question, holds)
  if (!(await isUpToPerson(reading, holds))) return seen
  // Some who have the role see it: what keeps all of them from the act says more.
  const done = await explainOwn(question, holds)
  return done.isAllowed ? seen : done
}

/** By the rule of the act alone. */
async function explainOwn(question: Question, holds: Holds | undefined): Promise<Explanation> {
  const refused = refusedField(question)
  return refused ? told(question, refused) : explainParts(question, await failingParts(question, holds))
}

/** The parts of the rule that the record does not meet; of a role those that nobody who has it meets, where there are some. */
async function failingParts(question: Question, holds: Holds | undefined): Promise<readonly RuleCondition[]> {
  const { about, access } = question
  const failing: RuleCondition[] = []
  for (const part of holds ? conjuncts(ruleOf(question)) : []) {
    const bound = bindCondition(part, access.viewer)
    if (isNothing(bound) || !(await holds?.(bound))) failing.push(part)
  }
  const certain = failing.filter((part) => !lacksPerson(part, access.viewer))
  return about?.type === 'role' && certain.length > 0 ? certain : failing
}

/** Whether a role is asked about, and it takes knowing the person to say more. */
async function isUpToPerson(question: Question, holds: Holds | undefined): Promise<boolean> {
  if (question.about?.type !== 'role') return false
  const failing = await failingParts(question, holds)
  return failing.length > 0 && failing.every((part) => lacksPerson(part, question.access.viewer))
}

/** Whether a rule asks for something that is not known of the viewer. */
function lacksPerson(rule: RuleCondition, viewer: Viewer): boolean {
  switch (rule.type) {
    case 'all':
    case 'any':
      return rule.of.some((each) => lacksPerson(each, viewer))
    case 'not':
    case 'through':
    case 'children':
      return lacksPerson(rule.of, viewer)
    case 'test':
      return false
    case 'my-test':
      return isNothing(bindCondition(rule, viewer))
  }
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
