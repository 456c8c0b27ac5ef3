/** What a viewer may see and do: the one place where rules meet models. */
import {
  bindCondition,
  type Condition,
  type FieldPath,
  type Filter,
  type FilterResult,
  followChildren,
  followPath,
  isBound,
  isNothing,
  type Label,
  type MeAttributes,
  type Model,
  type ModelField,
  type Models,
  parseFilter,
  personAttributes,
  type ResolvePath,
  type Viewer,
  type ViewerRole,
} from '@haykal/model'
import { scopeFields, withoutUnseen } from './derived-fields.ts'
import { type Act, type PreparedRules, prepareRules, type RuleOptions } from './prepare-rules.ts'
import type { Rules } from './rules.ts'

/** The rules of a project, ready to be asked. */
export interface Access {
  /** The project as one viewer may see it. */
  for(viewer: Viewer): ViewerAccess
}

/** A project as one viewer may see it. Models and fields that are hidden are not there. */
export interface ViewerAccess {
  readonly viewer: Viewer
  /** What people call the viewer's role; absent: it is not the project's own, or has no label. */
  readonly roleLabel?: Label
  /** What rules may know of people. */
  readonly attributes: MeAttributes
  readonly models: readonly VisibleModel[]
  /** Undefined for a model that does not exist and for one that this viewer may not read, alike. */
  model(name: string): VisibleModel | undefined
}

/** A model as one viewer may see it. */
export interface VisibleModel {
  readonly model: Model
  /** What its rules say to the viewer's role, before they are bound to the viewer. */
  readonly rules: PreparedRules
  /** Without the hidden ones. */
  readonly fields: readonly ModelField[]
  /** The visible field of a name. */
  field(name: string): ModelField | undefined
  /** Which records an act is allowed on; `nothing` when it is not allowed at all. */
  scope(act: Act): Condition
  /** Whether the rules let the viewer set a field that they see. What the model itself does not let be set is not asked here. */
  maySet(field: string, act: 'create' | 'edit'): boolean
  /** Follows a path of field names through models that this viewer may see: the only way from a client's text to a column. */
  resolvePath: ResolvePath
  /** Reads a filter of the viewer's; `$me` in it is the viewer. */
  parseFilter(filter: Filter): FilterResult
  /** From a relation to the title of the record it points to, where this viewer may see it and it can be sorted by. */
  titlePathOf(field: ModelField): FieldPath | undefined
}

/** Prepares the rules of a project. Throws `ModelMistakes` with everything that is wrong with them. */
export function createAccess(models: Models, rules: Rules, options: RuleOptions = {}): Access {
  const findRules = prepareRules(models, rules, options)
  const attributes = { ...personAttributes, ...options.attributes }
  const byRole = new Map<ViewerRole, RoleModels>()
  const knownTo = (role: ViewerRole) => {
    const known = byRole.get(role) ?? modelsOfRole(models, (model) => findRules(role, model))
    byRole.set(role, known)
    return known
  }
  const labels = new Map(options.roles?.map(({ name, label }) => [name, label]))
  return {
    for: (viewer) => {
      const roleLabel = labels.get(viewer.role)
      const asker = { viewer, attributes, ...(roleLabel === undefined ? {} : { roleLabel }) }
      return viewerAccess(asker, knownTo(viewer.role))
    },
  }
}

/** A model as everyone of a role sees it. */
interface RoleModel {
  readonly model: Model
  readonly rules: PreparedRules
  readonly fields: readonly ModelField[]
  readonly byName: ReadonlyMap<string, ModelField>
}

/** The models of a role. */
interface RoleModels {
  readonly byName: ReadonlyMap<string, RoleModel>
  /** The fields of each as they are worth to everyone of the role, made when they are asked for; absent: they are worth something else to each. */
  readonly common?: Map<RoleModel, WorthFields>
}

/** The fields of a model as they are worth to somebody: the same objects each time, so that statements made of them can be kept. */
interface WorthFields {
  readonly of: (field: ModelField) => ModelField
  /** Absent: nobody has asked for all of them yet. */
  all?: readonly ModelField[]
}

function modelsOfRole(models: Models, rulesOf: (model: Model) => PreparedRules): RoleModels {
  const readable = models.all.filter((model) => !isNothing(rulesOf(model).acts.read))
  const byName = new Map(readable.map((model) => [model.name, model]))
  const isKnownTarget = ({ references = '', referencedField }: ModelField) => {
    const target = byName.get(references)
    return target !== undefined && !(referencedField !== undefined && rulesOf(target).hidden.has(referencedField))
  }
  const seen = new Map(
    readable.map((model) => {
      const rules = rulesOf(model)
      const fields = model.fields
        .filter((field) => field.isKey || !rules.hidden.has(field.name))
        .map((field) => knownReference(field, isKnownTarget))
      return [model.name, { model, rules, fields, byName: new Map(fields.map((field) => [field.name, field])) }]
    }),
  )
  const known = withoutUnseen(seen)
  const isPersonal = [...known.values()].some(
    ({ rules, fields }) => !isBound(rules.acts.read) || fields.some(asksForMe),
  )
  return isPersonal ? { byName: known } : { byName: known, common: new Map() }
}

/** Whether a roll-up counts other records for each person. */
function asksForMe({ derived }: ModelField): boolean {
  return derived?.type === 'rollup' && JSON.stringify(derived.where ?? {}).includes('$me')
}

/** A relation to what the viewer may not read is a mere value to them: its name would tell that the model, or the field, is there. */
function knownReference(field: ModelField, isKnownTarget: (field: ModelField) => boolean): ModelField {
  return field.references === undefined || isKnownTarget(field) ? field : (field.withoutReference ?? field)
}

/** Who asks, and what rules may know of people. */
interface Asker {
  readonly viewer: Viewer
  readonly attributes: MeAttributes
  readonly roleLabel?: Label
}

/** Models are made ready as they are asked for: a request asks for few of them. */
function viewerAccess(asker: Asker, { byName: known, common }: RoleModels): ViewerAccess {
  const { viewer, roleLabel, attributes } = asker
  const made = new Map<string, VisibleModel>()
  const visible = (name: string): VisibleModel | undefined => {
    const found = made.get(name)
    const of = known.get(name)
    if (found || !of) return found
    const model = visibleModel(of, { asker, ...(common ? { common } : {}) }, visible)
    made.set(name, model)
    return model
  }
  return {
    viewer,
    ...(roleLabel === undefined ? {} : { roleLabel }),
    attributes,
    get models() {
      return [...known.keys()].flatMap((name) => visible(name) ?? [])
    },
    model: visible,
  }
}

function visibleModel(
  of: RoleModel,
  { asker, common }: Pick<RoleModels, 'common'> & { readonly asker: Asker },
  visible: (name: string) => VisibleModel | undefined,
): VisibleModel {
  const { model, rules, fields, byName } = of
  const scopes = new Map<Act, Condition>()
  const hasDerived = fields.some(({ derived }) => derived !== undefined)
  // What is rolled up is made only of what this viewer may read, so it is another field for every viewer unless all of a role read the same.
  const worth: WorthFields = common?.get(of) ?? { of: scopeFields(visible) }
  common?.set(of, worth)
  const made: VisibleModel = {
    model,
    rules,
    get fields() {
      worth.all ??= hasDerived ? fields.map(worth.of) : fields
      return worth.all
    },
    field: (name) => {
      const field = byName.get(name)
      return field && worth.of(field)
    },
    scope: (act) => {
      const scope = scopes.get(act) ?? bindCondition(rules.acts[act], asker.viewer)
      scopes.set(act, scope)
      return scope
    },
    maySet: (name, act) => byName.has(name) && !rules.readOnly.has(name) && (rules.only[act]?.has(name) ?? true),
    resolvePath: (path) => followPath(made, path, visible),
    parseFilter: (filter) => {
      const children = (path: string) => followChildren(made, path, visible)
      return parseFilter(filter, { field: made.resolvePath, children }, asker)
    },
    titlePathOf: (field) => {
      const title = field.references === undefined ? undefined : visible(field.references)?.model.title
      if (!title || title.references !== undefined || !title.isSortable) return undefined
      return followPath(made, `${field.name}.${title.name}`, visible)
    },
  }
  return made
}
