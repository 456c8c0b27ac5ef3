/** What the rules of a model say to a role, in words: for whoever looks over them. */
import {
  conjuncts,
  isEverything,
  isNothing,
  isSameJson,
  type Json,
  joined,
  type Label,
  type Mention,
  type Model,
  type ModelField,
  mentionsOf,
  type RuleCondition,
  type Telling,
  type ToldCondition,
  type ToldReach,
  type ToldRights,
  tellCondition,
} from '@haykal/model'
import type { ViewerAccess } from './access.ts'
import { type Act, acts, type PreparedRules } from './prepare-rules.ts'

/** Whose rights are told, and to whom. */
export interface RightsRequest {
  /** The project as the role sees it. */
  readonly access: ViewerAccess
  readonly model: Model
  /** What whoever is told may know of. */
  readonly knows: Telling['knows']
  /** What the record is called that a relation points to; absent: nobody knows. */
  readonly titleOf?: Telling['titleOf']
}

/** The rights of a role, whoever has it. */
export function tellRights(request: RightsRequest): ToldRights {
  const { access, model } = request
  const visible = access.model(model.name)
  const { role } = access.viewer
  const { roleLabel } = access
  const reach = (act: Act) => tellReach(request, visible?.rules, act)
  const seen = fieldsKnown(request).filter(({ name }) => visible?.field(name) !== undefined)
  const labels = (names: ReadonlySet<string>, among: readonly ModelField[]): readonly Label[] =>
    among.filter(({ name }) => names.has(name)).map(({ label }) => label)
  const { hidden = none, readOnly = none, only = {}, isSaid = false } = visible?.rules ?? {}
  return {
    role,
    ...(roleLabel === undefined ? {} : { roleLabel }),
    isDefault: visible !== undefined && !isSaid,
    acts: { read: reach('read'), create: reach('create'), edit: reach('edit'), remove: reach('remove') },
    hidden: labels(hidden, fieldsKnown(request)),
    readOnly: labels(readOnly, seen),
    ...(only.create && { createOnly: labels(only.create, seen) }),
    ...(only.edit && { editOnly: labels(only.edit, seen) }),
  }
}

/** The records that the rights would mention by their keys: for whoever finds out what they are called. */
export function mentionsInRights(request: RightsRequest): readonly Mention[] {
  const { access, model } = request
  const { rules } = access.model(model.name) ?? {}
  const telling = tellingOf(request)
  return rules ? acts.flatMap((act) => mentionsOf(telling, { rule: rules.acts[act], model })) : []
}

const none: ReadonlySet<string> = new Set()

function fieldsKnown({ model, knows }: RightsRequest): readonly ModelField[] {
  const known = knows(model)
  return model.fields.filter(({ name }) => known?.field(name) !== undefined)
}

/** Nobody edits or removes what they do not see: what has to hold for that has to hold too. */
function tellReach(request: RightsRequest, rules: PreparedRules | undefined, act: Act): ToldReach {
  const { model } = request
  if (!rules || isNothing(rules.acts[act])) return { code: 'none' }
  const asked: readonly Act[] = act === 'edit' || act === 'remove' ? ['read', act] : [act]
  const parts = asked.flatMap((each): readonly RuleCondition[] => conjuncts(rules.acts[each]))
  if (parts.every(isEverything)) return { code: 'all' }
  const telling = tellingOf(request)
  const told = parts.map((rule) => tellCondition(telling, { rule, model }))
  return { code: 'some', condition: joined('all', told.filter(isFirst)) }
}

function isFirst(condition: ToldCondition, index: number, all: readonly ToldCondition[]): boolean {
  return all.findIndex((each) => isSameJson(each as unknown as Json, condition as unknown as Json)) === index
}

function tellingOf({ access: { attributes }, knows, titleOf }: RightsRequest): Telling {
  return { knows, attributes, isForRole: true, ...(titleOf && { titleOf }) }
}
