/** What a project says of its people: roles of its own, and what it asks of each person beside name and address. */
import { fieldKinds } from '@haykal/fields'
import {
  type FieldDefinitions,
  type Label,
  type MeAttribute,
  type MeAttributes,
  type Model,
  type ModelDefinition,
  type ModelField,
  ModelMistakes,
  personAttributes,
  type ReadyRole,
  type RoleDefinition,
  type RoleDefinitions,
  type RoleName,
  readyRoles,
  reservedRoles,
  resolveModels,
} from '@haykal/model'

/** The part of a project that is about its people. */
export interface PeopleDeclaration {
  readonly roles?: RoleDefinitions
  readonly people?: { readonly fields: FieldDefinitions }
}

/** The same, checked and ready for use. */
export interface DeclaredPeople {
  readonly roles: RoleDefinitions
  /** Every role that somebody may have: the ready ones first. */
  readonly roleNames: readonly RoleName[]
  /** The attributes as fields of a model, in order. */
  readonly attributes: Model['fields']
  /** A model of the attributes alone, by which drafts of them are parsed. */
  readonly model: Model
}

const roleName = /^[a-z][a-z0-9-]{0,49}$/i
const attributeName = /^[a-z][a-z0-9_]{0,49}$/i

/** The people of a project that declares nothing of them. */
export const plainPeople: DeclaredPeople = declarePeople({})

/** Checks what a project says of its people. Throws `ModelMistakes` with every mistake at once. */
export function declarePeople({ roles = {}, people }: PeopleDeclaration): DeclaredPeople {
  const fields = people?.fields ?? {}
  const mistakes = [...Object.entries(roles).flatMap(mistakesOfRole), ...Object.keys(fields).flatMap(mistakesOfName)]
  const model = resolveAttributes(fields, mistakes)
  for (const field of model?.fields ?? []) {
    if (field.references !== undefined)
      mistakes.push(`people, field "${field.name}": what is asked of a person cannot point to a record`)
    if (field.isUnique) mistakes.push(`people, field "${field.name}": what is asked of a person cannot be unique`)
  }
  if (mistakes.length > 0 || !model) throw new ModelMistakes(mistakes)
  const attributes = model.fields.filter((field) => !field.isKey)
  return { roles, roleNames: [...readyRoles, ...Object.keys(roles)], attributes, model }
}

/** What rules have to know of people, so that they can be checked before anybody asks. */
export interface PeopleForRules {
  readonly roles: readonly { readonly name: string; readonly label: Label; readonly like?: ReadyRole }[]
  readonly attributes: MeAttributes
}

/** The part of it that rules care for. */
export function rulesOptionsOf({ roles, attributes }: DeclaredPeople): PeopleForRules {
  return {
    roles: Object.entries(roles).map(([name, { label, like }]) => ({
      name,
      label,
      ...(like === undefined ? {} : { like }),
    })),
    attributes: Object.fromEntries(attributes.map((field) => [field.name, attributeOf(field)])),
  }
}

function attributeOf({ kind, label, options }: ModelField): MeAttribute {
  const schema = kind.jsonSchema(options)
  const types = [schema.type].flat()
  if (types.includes('array')) return { type: 'text', list: true, label }
  if (types.includes('boolean')) return { type: 'boolean', label }
  return { type: types.includes('integer') || types.includes('number') ? 'number' : 'text', label }
}

function resolveAttributes(fields: FieldDefinitions, mistakes: string[]): Model | undefined {
  // The key of a name that no attribute can have: an attribute called as the key is a mistake, and named as one above.
  const model: ModelDefinition = {
    name: 'people',
    key: '0',
    fields: { '0': { kind: 'integer', generated: true }, ...fields },
  }
  try {
    return resolveModels([model], { kinds: fieldKinds, isPartial: true }).all[0]
  } catch (error) {
    if (!(error instanceof ModelMistakes)) throw error
    mistakes.push(...error.mistakes)
    return undefined
  }
}

function mistakesOfRole([name, role]: [string, RoleDefinition]): string[] {
  const where = `role "${name}"`
  if (reservedRoles.includes(name)) return [`${where} is there in every project: give yours another name`]
  const like: unknown = role.like
  const unlike = like !== undefined && !readyRoles.some((each) => each === like)
  return [
    ...(roleName.test(name)
      ? []
      : [`${where}: a name begins with a letter, and holds letters, digits and dashes only, 50 at most`]),
    ...(role.label === undefined ? [`${where}: give it a label, as people see it`] : []),
    ...(unlike ? [`${where}: like can be ${readyRoles.join(', ')}, or absent, but not "${String(like)}"`] : []),
  ]
}

function mistakesOfName(name: string): string[] {
  const where = `people, field "${name}"`
  if (Object.hasOwn(personAttributes, name)) return [`${where}: every person has this already; give yours another name`]
  return attributeName.test(name)
    ? []
    : [`${where}: a name begins with a letter, and holds letters, digits and _ only, 50 at most`]
}
