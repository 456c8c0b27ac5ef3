/** Says why: which rule lets a viewer do something, or keeps them from it, and which part of it. */
import {
  type AnyRecord,
  bindCondition,
  type Condition,
  conjuncts,
  type Explanation,
  isEverything,
  isNothing,
  type Json,
  type Label,
  type Model,
  type ModelField,
  type RuleCondition,
  referencedAttributes,
  type ToldCondition,
  type ToldFact,
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
  /** Names also what the viewer may not know of: for whoever runs the server. Absent: no. */
  readonly isRevealing?: boolean
}

/** Asks a condition of the record that is asked about. */
export type Holds = (condition: Condition) => Promise<boolean>

/** Which rule decides. `holds`: asks the record; absent: no record is asked about. */
export async function explain(question: Question, holds?: Holds): Promise<Explanation> {
  const { access, model, act, field, isAfter } = question
  // Nobody does anything with what they do not see; what they make of it they need not.
  if (act !== 'read' && act !== 'create' && isAfter !== true) {
    const seen = await explain({ ...question, act: 'read' }, holds)
    if (!seen.isAllowed) return seen
  }
  const visible = access.model(model.name)
  if (field !== undefined && visible && !visible.field(field))
    return told(question, { code: 'hidden', isAllowed: false })
  const setting = act === 'create' || act === 'edit' ? act : undefined
  if (field !== undefined && visible && setting && !visible.maySet(field, setting))
    return told(question, { code: 'field', isAllowed: false, field: model.field(field)?.label ?? field })
  const parts = conjuncts(ruleOf(question))
  const failing: RuleCondition[] = []
  for (const part of holds ? parts : []) {
    const bound = bindCondition(part, access.viewer)
    if (isNothing(bound) || !(await holds?.(bound))) failing.push(part)
  }
  return explainParts(question, failing)
}

/** Which rule decides where no record has to be asked: whether the act is allowed on any. */
export function explainAct(question: Question): Explanation {
  return explainParts(question, [])
}

function explainParts(question: Question, failing: readonly RuleCondition[]): Explanation {
  const rule = ruleOf(question)
  const bound = bindCondition(rule, question.access.viewer)
  if (isNothing(rule)) return told(question, { code: 'none', isAllowed: false })
  if (isEverything(rule)) return told(question, { code: 'all', isAllowed: true })
  const parts = conjuncts(rule)
  const refusing =
    failing.length > 0
      ? failing
      : isNothing(bound)
        ? parts.filter((part) => isNothing(bindCondition(part, question.access.viewer)))
        : []
  const shown = refusing.length > 0 ? refusing : parts
  const of = shown.map((part) => tell(question, { rule: part, model: question.model, path: [] }))
  const facts = factsOf(question, shown)
  return told(question, {
    code: 'some',
    isAllowed: refusing.length === 0 && !isNothing(bound),
    condition: of.length === 1 && of[0] ? of[0] : { type: 'all', of },
    ...(facts.length > 0 ? { facts } : {}),
    ...(facts.length > 0 && question.isAfter === true ? { isAfter: true } : {}),
  })
}

function ruleOf({ access, model, act }: Question): RuleCondition {
  return access.model(model.name)?.rules.acts[act] ?? { type: 'any', of: [] }
}

type Verdict = Pick<Explanation, 'code' | 'isAllowed'> & Partial<Explanation>

function told({ access, act, model }: Question, verdict: Verdict): Explanation {
  const { viewer, roleLabel } = access
  return { role: viewer.role, ...(roleLabel === undefined ? {} : { roleLabel }), act, models: model.plural, ...verdict }
}

/** A rule at the model that it is about, which a path of relations may have led to. */
interface Spot {
  readonly rule: RuleCondition
  readonly model: Model
  readonly path: readonly Label[]
}

function tell(question: Question, { rule, model, path }: Spot): ToldCondition {
  switch (rule.type) {
    case 'all':
    case 'any': {
      const asked = rule.of.filter((each) => !isEverything(each) || rule.of.length === 1)
      const of = asked.map((each) => tell(question, { rule: each, model, path }))
      return of.length === 1 && of[0] ? of[0] : { type: rule.type, of }
    }
    case 'not':
      return { type: 'not', of: tell(question, { rule: rule.of, model, path }) }
    case 'through': {
      const field = knownField(question, model, rule.field)
      if (!field || !isKnownModel(question, rule.to)) return { type: 'hidden' }
      return tell(question, { rule: rule.of, model: rule.to, path: [...path, field.label] })
    }
    case 'test':
    case 'my-test': {
      const field = knownField(question, model, rule.field)
      if (!field) return { type: 'hidden' }
      const bound = bindCondition(rule, question.access.viewer)
      const values = bound.type === 'test' ? valuesOf(field, bound.value) : []
      return {
        type: 'test',
        path: [...path, field.label],
        operator: rule.operator,
        values: rule.operator === 'isNull' ? [String(rule.value)] : values,
        ...(rule.type === 'my-test' ? { mine: referencedAttributes(rule.value) } : {}),
        ...(bound.type === 'test' ? {} : { isUnknown: true as const }),
      }
    }
  }
}

function isKnownModel({ access, isRevealing }: Question, model: Model): boolean {
  return isRevealing === true || access.model(model.name) !== undefined
}

function knownField({ access, isRevealing }: Question, model: Model, { name }: ModelField): ModelField | undefined {
  return isRevealing === true ? model.field(name) : access.model(model.name)?.field(name)
}

function valuesOf(field: ModelField, value: Json): (Label | null)[] {
  return Array.isArray(value) ? value.map((each: Json) => wordOf(field, each)) : [wordOf(field, value)]
}

function wordOf(field: ModelField, value: Json): Label | null {
  if (value === null) return null
  return field.kind.labelOf?.(value, field.options) ?? field.kind.toText(value, field.options)
}

/** What the record has in those of its own fields that the parts ask for. What a relation points to is known by its title, which is not here. */
function factsOf(question: Question, parts: readonly RuleCondition[]): ToldFact[] {
  const { record, model } = question
  if (!record) return []
  const fields = new Set(parts.flatMap(ownFields).filter(({ references }) => references === undefined))
  return [...fields].flatMap((each) => {
    const field = knownField(question, model, each)
    if (!field || !Object.hasOwn(record, field.name)) return []
    return [{ field: field.label, value: wordOf(field, record[field.name] ?? null) }]
  })
}

function ownFields(rule: RuleCondition): readonly ModelField[] {
  switch (rule.type) {
    case 'all':
    case 'any':
      return rule.of.flatMap(ownFields)
    case 'not':
      return ownFields(rule.of)
    case 'through':
      return []
    case 'test':
    case 'my-test':
      return [rule.field]
  }
}
