/** Reads the rules of a project once, before anyone asks, and names everything that is wrong with them. */
import {
  everything,
  type Filter,
  isChildWord,
  isJsonObject,
  type Json,
  type MeAttributes,
  type Model,
  ModelMistakes,
  type Models,
  nothing,
  type Problem,
  parseRule,
  personAttributes,
  pointerTo,
  type ReadyRole,
  type RuleCondition,
  readyRoles,
  reservedRoles,
  unlimitedPaths,
  type ViewerRole,
} from '@haykal/model'
import { defaultRules, type FieldsPermission, type RoleDeclaration, type RoleRules, type Rules } from './rules.ts'

/** What can be done with a record. */
export type Act = 'read' | 'create' | 'edit' | 'remove'

/** Every act. */
export const acts: readonly Act[] = ['read', 'create', 'edit', 'remove']

/** What rules may mention besides models. */
export interface RuleOptions {
  /** Roles of the project's own; absent: only the ready-made ones. */
  readonly roles?: readonly RoleDeclaration[]
  /** Attributes that the project gives to people, besides those that every person has; absent: none. */
  readonly attributes?: MeAttributes
}

/** The rules of one role for one model, read. */
export interface PreparedRules {
  /** The very object of reading where editing or removing is allowed on the same records: what is seen need not be asked again. */
  readonly acts: { readonly [act in Act]: RuleCondition }
  readonly hidden: ReadonlySet<string>
  /** Fields that the role sees and never sets. */
  readonly readOnly: ReadonlySet<string>
  /** The only fields that the role sets; absent: all that can be set. */
  readonly only: { readonly [act in Act]?: ReadonlySet<string> }
  /** Whether the model says anything of the role; else these are defaults. */
  readonly isSaid: boolean
}

/** The rules of a role for a model. Of a role that nobody declared: nothing is allowed. */
export type FindRules = (role: ViewerRole, model: Model) => PreparedRules

/** Something that is wrong with a rule. */
export interface RuleMistake {
  readonly model: string
  readonly role: string
  /** What is wrong; it points to a place inside the rules of the role. */
  readonly problem: Problem
  /** The same for whoever writes rules in a file: names model, role, act and what to do. */
  readonly sentence: string
}

/** Reads all rules. Throws `ModelMistakes` with every mistake at once, each naming model, role, act and what to do. */
export function prepareRules(models: Models, rules: Rules, options: RuleOptions = {}): FindRules {
  const { roles = [] } = options
  const { said, mistakes } = readAllRules(models, rules, options)
  const sentences = [...mistakesOfRoles(roles), ...mistakes.map(({ sentence }) => sentence)]
  if (sentences.length > 0) throw new ModelMistakes(sentences)
  const likes = new Map<string, ReadyRole | undefined>(roles.map(({ name, like }) => [name, like]))
  const defaults = new Map(Object.entries(defaultRules).map(([role, written]) => [role, readDefault(written)]))
  return (role, model) =>
    said.get(placeOf(model.name, role)) ?? defaults.get(likes.get(role) ?? role) ?? readDefault({})
}

/** Everything that is wrong with rules; nothing where they can be prepared. */
export function mistakesOfRules(models: Models, rules: Rules, options: RuleOptions = {}): readonly RuleMistake[] {
  return readAllRules(models, rules, options).mistakes
}

interface AllRules {
  readonly said: ReadonlyMap<string, PreparedRules>
  readonly mistakes: readonly RuleMistake[]
}

function readAllRules(models: Models, rules: Rules, options: RuleOptions): AllRules {
  const known = ['public', ...readyRoles, ...(options.roles ?? []).map(({ name }) => name)]
  const attributes = { ...personAttributes, ...options.attributes }
  const mistakes: RuleMistake[] = []
  const said = new Map<string, PreparedRules>()
  const refuse = (model: string, role: string, sentence: string) =>
    mistakes.push({ model, role, problem: { pointer: '', code: 'not_an_option' }, sentence })
  for (const [name, byRole] of Object.entries(rules)) {
    const model = models.get(name)
    if (!model) {
      const sentence = `rules are given for the model "${name}", which does not exist: name one of ${namesOf(models.all)}`
      refuse(name, '', sentence)
      continue
    }
    for (const [role, written] of Object.entries(byRole)) {
      if (known.includes(role)) {
        const reading = { models, model, attributes, role, mistakes }
        said.set(placeOf(name, role), { ...readRules(reading, written), isSaid: true })
      } else {
        const sentence = `there is no role "${role}"; declare it, or name one of ${known.join(', ')}`
        refuse(name, role, `model "${name}", rules of ${role}: ${sentence}`)
      }
    }
  }
  return { said, mistakes }
}

function placeOf(model: string, role: string): string {
  return JSON.stringify([model, role])
}

function namesOf(named: readonly { readonly name: string }[]): string {
  return named.map(({ name }) => name).join(', ')
}

function mistakesOfRoles(roles: readonly RoleDeclaration[]): string[] {
  const names = roles.map(({ name }) => name)
  return roles.flatMap(({ name, like }, index) => {
    if (reservedRoles.includes(name)) return [`the role "${name}" is there already: call yours something else`]
    if (names.indexOf(name) !== index) return [`the role "${name}" is declared twice: take one away`]
    return like === undefined || readyRoles.includes(like)
      ? []
      : [`the role "${name}" is like "${like}", which is none of ${readyRoles.join(', ')}`]
  })
}

function readDefault(written: RoleRules): PreparedRules {
  const permission = (act: Act) => (written[act] === true ? everything : nothing)
  return {
    acts: {
      read: permission('read'),
      create: permission('create'),
      edit: permission('edit'),
      remove: permission('remove'),
    },
    hidden: new Set(),
    readOnly: new Set(),
    only: {},
    isSaid: false,
  }
}

interface Reading {
  readonly models: Models
  readonly model: Model
  readonly attributes: MeAttributes
  readonly role: string
  readonly mistakes: RuleMistake[]
}

/** Notes a mistake; `sentence` goes on after the names of model and role. */
function note({ model, role, mistakes }: Reading, problem: Problem, sentence: string): void {
  mistakes.push({ model: model.name, role, problem, sentence: `model "${model.name}", rules of ${role}${sentence}` })
}

function readRules(reading: Reading, written: RoleRules): Omit<PreparedRules, 'isSaid'> {
  const { model } = reading
  const words = [...acts, 'hide', 'readOnly']
  for (const word of Object.keys(written)) {
    if (words.includes(word)) continue
    note(
      reading,
      { pointer: pointerTo(word), code: 'unknown_field' },
      `: "${word}" is no rule; there are ${words.join(', ')}`,
    )
  }
  const names = (place: readonly string[], given: readonly string[] = []) => {
    given.forEach((name, index) => {
      if (model.field(name)) return
      const unknown = { pointer: pointerTo(...place, index), code: 'unknown_field', params: { name } } as const
      const known = namesOf(model.fields)
      note(reading, unknown, `: ${place.join('.')} names the field "${name}", which does not exist; known are ${known}`)
    })
    return new Set<string>(given)
  }
  const hidden = names(['hide'], written.hide)
  for (const [index, name] of (written.hide ?? []).entries()) {
    if (!model.field(name)?.isKey) continue
    const problem = { pointer: pointerTo('hide', index), code: 'read_only', params: { name } } as const
    note(reading, problem, `: the key "${name}" cannot be hidden, as it names the record; hide other fields`)
  }
  const readOnly = names(['readOnly'], written.readOnly)
  const only: { [act in Act]?: ReadonlySet<string> } = {}
  const read = (act: Act): RuleCondition => {
    const permission: unknown = written[act]
    if (!isFieldsPermission(permission) || (act !== 'create' && act !== 'edit'))
      return readPermission(reading, act, permission)
    const fields = names([act, 'fields'], permission.fields)
    only[act] = fields
    const pointer = pointerTo(act, 'fields')
    if (fields.size === 0) {
      const sentence = `: ${act}.fields names no field, so nothing can be set: say ${act}: false, or name some`
      note(reading, { pointer, code: 'required' }, sentence)
    }
    for (const name of fields) {
      if (!hidden.has(name) && !readOnly.has(name)) continue
      const sentence = `: the field "${name}" is both in ${act}.fields and in hide or readOnly: decide for one`
      note(reading, { pointer, code: 'not_unique', params: { name } }, sentence)
    }
    return readPermission(reading, act, recordsOf(permission))
  }
  const said = { read: read('read'), create: read('create'), edit: read('edit'), remove: read('remove') }
  const asRead = (act: 'edit' | 'remove') =>
    JSON.stringify(recordsOf(written[act])) === JSON.stringify(written.read) ? said.read : said[act]
  return {
    acts: { ...said, edit: asRead('edit'), remove: asRead('remove') },
    hidden,
    readOnly,
    only,
  }
}

/** Which records a permission is about, whatever it says of fields. */
function recordsOf(permission: unknown): unknown {
  return isFieldsPermission(permission) ? (permission.where ?? true) : permission
}

/** A list under `fields` is never a filter: a filter asks its fields with objects. */
function isFieldsPermission(permission: unknown): permission is FieldsPermission {
  return isJsonObject(permission) && Array.isArray(permission.fields)
}

/** A permission as a condition. Rules see every field: it is the viewer's questions that are limited, not the rules'. */
function readPermission(reading: Reading, act: Act, permission: unknown): RuleCondition {
  const { models, model, attributes } = reading
  const noteAt = (problem: Problem, sentence: string) =>
    note(reading, { ...problem, pointer: `${pointerTo(act)}${problem.pointer}` }, `, ${act}: ${sentence}`)
  if (permission === undefined || permission === false) return nothing
  if (permission === true) return everything
  if (!isJsonObject(permission)) {
    const problem: Problem = { pointer: '', code: 'wrong_type', params: { expected: 'object' } }
    noteAt(problem, 'it is neither true, nor false, nor a filter: write one of them')
    return nothing
  }
  for (const place of emptyParts(permission as Json, ''))
    noteAt(
      { pointer: place, code: 'required' },
      `${place === '' ? 'the filter' : place} is empty: say true or false, whichever is meant`,
    )
  const parsed = parseRule(permission as Filter, unlimitedPaths(model, models), attributes)
  if (parsed.ok) return parsed.condition
  for (const problem of parsed.problems)
    noteAt({ ...problem, pointer: problem.pointer.replace('?filter', '') }, sentenceOf(reading, problem))
  return nothing
}

/** Where a filter says nothing, which would let everything pass, or nothing, by accident. */
function emptyParts(filter: Json, place: string): string[] {
  if (Array.isArray(filter)) return filter.flatMap((each: Json, index) => emptyParts(each, `${place}/${index}`))
  if (!isJsonObject(filter)) return []
  const parts = Object.entries(filter)
  if (parts.length === 0) return [place]
  return parts.flatMap(([name, inner]) =>
    // Whichever they are: it says that there are some, or none.
    isChildWord(name) && isJsonObject(inner) && Object.keys(inner).length === 0
      ? []
      : Array.isArray(inner) && inner.length === 0
        ? [`${place}/${name}`]
        : emptyParts(inner, `${place}/${name}`),
  )
}

function sentenceOf({ model, attributes }: Reading, { code, pointer, params = {} }: Problem): string {
  const place = pointer.replace('?filter', '') || 'the top of its filter'
  const { name } = params
  if (code === 'unknown_field' && typeof name === 'string')
    return `"${name}" at ${place} is nothing that is known of people; known are ${Object.keys(attributes).join(', ')}`
  const path = place.split('/').at(-1) ?? ''
  if (code === 'unknown_field')
    return `"${path}" at ${place} leads to no field; the fields of ${model.name} are ${namesOf(model.fields)}`
  if (code === 'unknown_operator')
    return `the question at ${place} cannot be asked; those that can are ${String(params.known)}`
  const told = Object.entries(params).map(([key, value]) => `${key}: ${String(value)}`)
  return `what stands at ${place} is refused (${[code, ...told].join(', ')}): write a value that the field can have`
}
