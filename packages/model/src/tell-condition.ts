/** Puts a rule into words for somebody: labels of fields, options and records in place of their keys, and nothing that they may not know of. */
import { bindCondition } from './bind-condition.ts'
import { isEverything, type MyTest, type RuleCondition } from './condition.ts'
import type { ToldAttribute, ToldCondition, ToldFact } from './explanation.ts'
import type { Json } from './json.ts'
import type { Label } from './label.ts'
import { hasReference, literalOf, partsOf, referencedAttribute, referencedAttributes } from './me-reference.ts'
import type { Model, ModelField } from './model.ts'
import { parseOperand } from './parse-operand.ts'
import type { AnyRecord } from './record.ts'
import { holdsMoments, readRelative } from './relative-moment.ts'
import type { MeAttributes, Viewer } from './viewer.ts'

/** What somebody may know of a model: undefined for one that they may not, and for a field likewise. */
export type Knows = (model: Model) => { field(name: string): ModelField | undefined } | undefined

/** How a rule is told. */
export interface Telling {
  /** What whoever is told may know of. */
  readonly knows: Knows
  /** Whose values stand for `$me`; absent: nobody's. */
  readonly viewer?: Viewer
  /** It is told for whoever has the role: what is a person's own is named in place of its value. */
  readonly isForRole?: boolean
  /** What may be known of people, with its labels. */
  readonly attributes: MeAttributes
  /** What the record is called that a relation points to; absent or undefined: by its key. */
  readonly titleOf?: (field: ModelField, value: Json) => string | undefined
  /** How a value is written for whoever is told; absent or undefined: as its kind writes it in every language. */
  readonly textOf?: (field: ModelField, value: Json) => string | undefined
}

/** A rule at the model that it is about. */
export interface Spot {
  readonly rule: RuleCondition
  readonly model: Model
  /** The relations that led there; absent: none. */
  readonly path?: readonly Label[]
}

/** The rule in words. */
export function tellCondition(telling: Telling, { rule, model, path = [] }: Spot): ToldCondition {
  switch (rule.type) {
    case 'all':
    case 'any': {
      const asked = rule.of.filter((each) => !isEverything(each) || rule.of.length === 1)
      return joined(
        rule.type,
        asked.map((each) => tellCondition(telling, { rule: each, model, path })),
      )
    }
    case 'not': {
      const of = tellCondition(telling, { rule: rule.of, model, path })
      return of.type === 'children' && !of.isNone ? { ...of, isNone: true } : { type: 'not', of }
    }
    case 'children': {
      const known = telling.knows(rule.children)
      if (!known || !rule.pairs.every(({ child }) => known.field(child.name))) return { type: 'hidden' }
      const behind = path.length > 0 ? { path } : {}
      const children = rule.children.plural
      if (isEverything(rule.of)) return { type: 'children', ...behind, children }
      return {
        type: 'children',
        ...behind,
        children,
        of: tellCondition(telling, { rule: rule.of, model: rule.children }),
      }
    }
    case 'through': {
      const field = telling.knows(model)?.field(rule.field.name)
      if (!field || !telling.knows(rule.to)) return { type: 'hidden' }
      return tellCondition(telling, { rule: rule.of, model: rule.to, path: [...path, field.label] })
    }
    case 'test':
    case 'my-test': {
      const field = telling.knows(model)?.field(rule.field.name)
      if (!field) return { type: 'hidden' }
      const { operator } = rule
      if (operator === 'isNull')
        return { type: 'test', path: [...path, field.label], operator, values: [String(rule.value)] }
      const told =
        rule.type === 'test'
          ? { values: wordsOf(telling, field, rule.value) }
          : hasReference(rule.value)
            ? tellMine(telling, field, rule)
            : { values: partsOf(rule.value).map((part) => momentWord(telling, field, part)) }
      const moments = holdsMoments(field) ? { isOfMoments: true as const } : {}
      return { type: 'test', path: [...path, field.label], operator, ...told, ...moments }
    }
  }
}

/** Several conditions as one. */
export function joined(type: 'all' | 'any', of: readonly ToldCondition[]): ToldCondition {
  return of.length === 1 && of[0] ? of[0] : { type, of }
}

/** What the record has in those of its own fields that the rules ask for. A relation whose record has no title that may be told is left out. */
export function tellFacts(
  telling: Telling,
  model: Model,
  asked: { rules: readonly RuleCondition[]; record: AnyRecord },
): ToldFact[] {
  const fields = [...new Set(asked.rules.flatMap(ownFields))]
  return fields.flatMap((each) => {
    const field = telling.knows(model)?.field(each.name)
    if (!field || !Object.hasOwn(asked.record, field.name)) return []
    const value = asked.record[field.name] ?? null
    const isNamed = each.references === undefined || value === null || telling.titleOf?.(field, value) !== undefined
    return isNamed ? [{ field: field.label, value: wordOf(telling, field, value) }] : []
  })
}

/** A relation, and what it holds or is compared with. */
export interface Mention {
  readonly relation: ModelField
  readonly value: Json
}

/** The records that a rule mentions by their keys, as far as whoever is told may know of the relation: for whoever finds out what they are called. */
export function mentionsOf(telling: Telling, { rule, model }: Spot): readonly Mention[] {
  switch (rule.type) {
    case 'all':
    case 'any':
      return rule.of.flatMap((each) => mentionsOf(telling, { rule: each, model }))
    case 'not':
      return mentionsOf(telling, { rule: rule.of, model })
    case 'through':
      return mentionsOf(telling, { rule: rule.of, model: rule.to })
    case 'children':
      return mentionsOf(telling, { rule: rule.of, model: rule.children })
    case 'test':
    case 'my-test': {
      const relation = telling.knows(model)?.field(rule.field.name)
      const bound = bindCondition(rule, telling.viewer ?? { id: null, role: 'public' })
      if (relation?.references === undefined || bound.type !== 'test' || bound.operator === 'isNull') return []
      return listOf(bound.value).map((value) => ({ relation, value }))
    }
  }
}

/** The fields of the record itself that a rule asks for: relations that it follows are not among them. */
export function ownFields(rule: RuleCondition): readonly ModelField[] {
  switch (rule.type) {
    case 'all':
    case 'any':
      return rule.of.flatMap(ownFields)
    case 'not':
      return ownFields(rule.of)
    case 'through':
    case 'children':
      return []
    case 'test':
    case 'my-test':
      return [rule.field]
  }
}

type ToldTest = Pick<ToldCondition & { readonly type: 'test' }, 'values' | 'mine' | 'isUnknown'>

/** What a test compares with that asks for what is known of people: their values, or for nobody in particular what these are called. */
function tellMine(telling: Telling, field: ModelField, rule: MyTest): ToldTest {
  const { viewer, attributes, isForRole } = telling
  const mine = referencedAttributes(rule.value).map((name) => toldAttribute(attributes, name))
  const bound = viewer && bindCondition(rule, viewer)
  const unknown = bound && bound.type !== 'test' ? { isUnknown: true as const } : {}
  if (bound?.type === 'test' && !isForRole) return { mine, values: wordsOf(telling, field, bound.value) }
  const others = partsOf(rule.value).filter((part) => referencedAttribute(part) === undefined)
  return { mine, values: isForRole ? others.map((part) => writtenWord(field, literalOf(part))) : [], ...unknown }
}

function toldAttribute(attributes: MeAttributes, name: string): ToldAttribute {
  const label = Object.hasOwn(attributes, name) ? attributes[name]?.label : undefined
  return { name, ...(label === undefined ? {} : { label }) }
}

function wordsOf(telling: Telling, field: ModelField, value: Json): (Label | null)[] {
  return listOf(value).map((each) => wordOf(telling, field, each))
}

function listOf(value: Json): readonly Json[] {
  return Array.isArray(value) ? value : [value]
}

/** Of a moment that is told from the present, as it is written: each language has its own words for it. */
function momentWord(telling: Telling, field: ModelField, part: Json): Label | null {
  const parsed = parseOperand(field, 'eq', part)
  return readRelative(part) || !parsed.ok ? String(part) : wordOf(telling, field, parsed.value)
}

function wordOf({ titleOf, textOf }: Telling, field: ModelField, value: Json): Label | null {
  if (value === null) return null
  const title = field.references === undefined ? undefined : titleOf?.(field, value)
  return (
    title ??
    textOf?.(field, value) ??
    field.kind.labelOf?.(value, field.options) ??
    field.kind.toText(value, field.options)
  )
}

/** Of a value as it was written, which no kind has read yet. */
function writtenWord({ kind, options }: ModelField, value: Json): Label {
  return (value === null ? undefined : kind.labelOf?.(value, options)) ?? String(value)
}
