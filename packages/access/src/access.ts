/** What a viewer may see and do: the one place where rules meet models. */
import {
  type Condition,
  everything,
  type FieldPath,
  type Filter,
  isNothing,
  type Model,
  type ModelField,
  ModelMistakes,
  type Models,
  nothing,
  parseFilter,
  type ResolvePath,
  type Viewer,
  type ViewerRole,
} from '@haykal/model'
import { resolveFieldPath } from './resolve-field-path.ts'
import { defaultRules, type ModelRules, type Permission, type RoleRules } from './rules.ts'

/** What can be done with a record. */
export type Act = 'read' | 'create' | 'edit' | 'remove'

/** The rules of a project, ready to be asked. */
export interface Access {
  /** The project as one viewer may see it. */
  for(viewer: Viewer): ViewerAccess
}

/** A project as one viewer may see it. Models and fields that are hidden are not there. */
export interface ViewerAccess {
  readonly viewer: Viewer
  readonly models: readonly VisibleModel[]
  /** Undefined for a model that does not exist and for one that this viewer may not read, alike. */
  model(name: string): VisibleModel | undefined
}

/** A model as one viewer may see it. */
export interface VisibleModel {
  readonly model: Model
  /** Without the hidden ones. */
  readonly fields: readonly ModelField[]
  /** The visible field of a name. */
  field(name: string): ModelField | undefined
  /** Which records an act is allowed on; `nothing` when it is not allowed at all. */
  scope(act: Act): Condition
  /** Follows a path of field names through models that this viewer may see: the only way from a client's text to a column. */
  resolvePath: ResolvePath
  /** From a relation to the title of the record it points to, where this viewer may see it and it can be sorted by. */
  titlePathOf(field: ModelField): FieldPath | undefined
}

/** Prepares the rules of a project. Throws `ModelMistakes` for rules that name what does not exist. */
export function createAccess(models: Models, rules: { readonly [model: string]: ModelRules }): Access {
  const mistakes = checkRules(models, rules)
  if (mistakes.length > 0) throw new ModelMistakes(mistakes)
  const byRole = new Map<ViewerRole, ReadonlyMap<string, VisibleModel>>()
  const visibleTo = (role: ViewerRole) => {
    const known = byRole.get(role) ?? visibleModels(models, (model) => rulesFor(rules, model, role))
    byRole.set(role, known)
    return known
  }
  return {
    for(viewer) {
      const visible = visibleTo(viewer.role)
      return { viewer, models: [...visible.values()], model: (name) => visible.get(name) }
    },
  }
}

function rulesFor(rules: { readonly [model: string]: ModelRules }, model: Model, role: ViewerRole): RoleRules {
  const own = Object.hasOwn(rules, model.name) ? rules[model.name] : undefined
  return own?.[role] ?? (Object.hasOwn(defaultRules, role) ? defaultRules[role] : undefined) ?? {}
}

function visibleModels(models: Models, rulesOf: (model: Model) => RoleRules): ReadonlyMap<string, VisibleModel> {
  const visible = new Map<string, VisibleModel>()
  const isReadable = (model: Model) => !isNothing(conditionOf(models, model, rulesOf(model).read))
  const readable = models.all.filter(isReadable)
  const byName = new Map(readable.map((model) => [model.name, model]))
  const isKnownTarget = ({ references = '', referencedField }: ModelField) => {
    const target = byName.get(references)
    return target !== undefined && !(referencedField !== undefined && rulesOf(target).hide?.includes(referencedField))
  }
  for (const model of readable) {
    const fields = model.fields.map((field) => knownReference(field, isKnownTarget))
    visible.set(
      model.name,
      visibleModel({ models, model, rules: rulesOf(model), fields }, (name) => visible.get(name)),
    )
  }
  return visible
}

/** A relation to what the viewer may not read is a mere value to them: its name would tell that the model, or the field, is there. */
function knownReference(field: ModelField, isKnownTarget: (field: ModelField) => boolean): ModelField {
  return field.references === undefined || isKnownTarget(field) ? field : (field.withoutReference ?? field)
}

interface RuledModel {
  readonly models: Models
  readonly model: Model
  readonly rules: RoleRules
}

function visibleModel(
  { models, model, rules, fields: known }: RuledModel & { readonly fields: readonly ModelField[] },
  visible: (name: string) => VisibleModel | undefined,
): VisibleModel {
  const hidden = new Set<string>(rules.hide ?? [])
  const fields = known.filter((field) => field.isKey || !hidden.has(field.name))
  const byName = new Map(fields.map((field) => [field.name, field]))
  const scopes = new Map<Act, Condition>(acts.map((act) => [act, conditionOf(models, model, rules[act])]))
  const made: VisibleModel = {
    model,
    fields,
    field: (name) => byName.get(name),
    scope: (act) => scopes.get(act) ?? nothing,
    resolvePath: (path) => resolveFieldPath(made, path, visible),
    titlePathOf: (field) => {
      const title = field.references === undefined ? undefined : visible(field.references)?.model.title
      if (!title || title.references !== undefined || !title.isSortable) return undefined
      return resolveFieldPath(made, `${field.name}.${title.name}`, visible)
    },
  }
  return made
}

const acts: readonly Act[] = ['read', 'create', 'edit', 'remove']

/** A permission as a condition. Rules see every field: it is the viewer's questions that are limited, not the rules'. */
function conditionOf(models: Models, model: Model, permission: Permission | undefined): Condition {
  if (permission === undefined || permission === false) return nothing
  if (permission === true) return everything
  const parsed = parseFilter(permission as Filter, unlimitedPath(models, model))
  return parsed.ok ? parsed.condition : nothing
}

function unlimitedPath(models: Models, model: Model): ResolvePath {
  const unlimited = (each: Model) => ({
    model: each,
    field: (name: string) => each.field(name),
    scope: () => everything,
  })
  return (path) =>
    resolveFieldPath(unlimited(model), path, (name) => {
      const target = models.get(name)
      return target && unlimited(target)
    })
}

function checkRules(models: Models, rules: { readonly [model: string]: ModelRules }): string[] {
  return Object.entries(rules).flatMap(([name, byRole]) => {
    const model = models.get(name)
    if (!model) return [`rules are given for the model "${name}", which does not exist`]
    return Object.entries(byRole).flatMap(([role, roleRules]) =>
      checkRoleRules({ models, model, rules: roleRules }, role),
    )
  })
}

function checkRoleRules({ models, model, rules }: RuledModel, role: string): string[] {
  const where = `model "${model.name}", rules of ${role}`
  const unknown = (rules.hide ?? [])
    .filter((name) => !model.field(name))
    .map((name) => `${where}: hide names the field "${name}", which does not exist`)
  const keys = (rules.hide ?? [])
    .filter((name) => model.field(name)?.isKey)
    .map((name) => `${where}: the key "${name}" cannot be hidden, as it names the record`)
  const filters = acts.flatMap((act) => {
    const permission = rules[act]
    if (permission === undefined || typeof permission === 'boolean') return []
    const parsed = parseFilter(permission as Filter, unlimitedPath(models, model))
    return parsed.ok
      ? []
      : parsed.problems.map(
          (problem) =>
            `${where}: ${act} has a filter with ${problem.code} at ${problem.pointer.replace('?filter', '') || 'its top'}`,
        )
  })
  return [...unknown, ...keys, ...filters]
}
