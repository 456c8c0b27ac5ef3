/** Fields that are not stored, for one viewer: there only where all that they are derived from is, and made only of records that the viewer may read. */
import {
  both,
  type Computed,
  everything,
  type Filter,
  type FilterPaths,
  followChildren,
  followPath,
  type Model,
  type ModelField,
  type PathStation,
  parseRule,
  type Rollup,
  type SortedExpression,
} from '@haykal/model'

/** A model as everyone of a role sees it. */
export interface SeenModel {
  readonly model: Model
  readonly fields: readonly ModelField[]
  readonly byName: ReadonlyMap<string, ModelField>
}

/** The models without derived fields that would tell of something hidden. */
export function withoutUnseen<Seen extends SeenModel>(models: ReadonlyMap<string, Seen>): ReadonlyMap<string, Seen> {
  let known = models
  // Whatever goes may take others along that are derived from it.
  for (let before: ReadonlyMap<string, Seen> | undefined; before !== known; ) {
    before = known
    known = withoutUnseenOnce(known)
  }
  return known
}

function withoutUnseenOnce<Seen extends SeenModel>(models: ReadonlyMap<string, Seen>): ReadonlyMap<string, Seen> {
  let isChanged = false
  const next = [...models].map(([name, seen]) => {
    const fields = seen.fields.filter((field) => isSeen(field, seen, models))
    if (fields.length === seen.fields.length) return [name, seen] as const
    isChanged = true
    return [name, { ...seen, fields, byName: new Map(fields.map((field) => [field.name, field])) }] as const
  })
  return isChanged ? new Map(next) : models
}

function isSeen({ derived }: ModelField, own: SeenModel, models: ReadonlyMap<string, SeenModel>): boolean {
  if (!derived) return true
  if (derived.type === 'computed') return derived.reads.every(({ name }) => own.byName.has(name))
  const child = models.get(derived.of.name)
  if (!child || !derived.pairs.every((pair) => child.byName.has(pair.child.name) && own.byName.has(pair.parent.name)))
    return false
  if (derived.field && !child.byName.has(derived.field.name)) return false
  const station = (name: string): PathStation | undefined => {
    const seen = models.get(name)
    return seen && { model: seen.model, field: (field) => seen.byName.get(field), scope: () => everything }
  }
  const start = station(child.model.name)
  const where = derived.where ?? {}
  if (!start) return false
  const paths: FilterPaths = {
    field: (path) => followPath(start, path, station),
    children: (path) => followChildren(start, path, station),
  }
  return parseRule(where, paths, {}).ok
}

/** What a viewer may see of the children of a roll-up. */
export interface SeenChildren extends PathStation {
  parseFilter(filter: Filter): { readonly ok: true; readonly condition: Rollup['condition'] } | { readonly ok: false }
}

/**
 * Gives fields of a model as they are worth to one viewer; `childrenOf` gives the model that a roll-up is of.
 * One by one as they are asked for: two models may be rolled up from each other, no two fields can.
 */
export function scopeFields(
  childrenOf: (model: string) => SeenChildren | undefined,
): (field: ModelField) => ModelField {
  const scoped = new Map<string, ModelField>()
  const scope = (field: ModelField): ModelField => {
    const { derived } = field
    if (!derived) return field
    const known = scoped.get(field.name)
    if (known) return known
    const made = derived.type === 'computed' ? scopedComputed(derived, scope) : scopedRollup(derived, childrenOf)
    const result = { ...field, derived: made }
    scoped.set(field.name, result)
    return result
  }
  return scope
}

function scopedComputed(computed: Computed, scope: (field: ModelField) => ModelField): Computed {
  return { ...computed, expression: withFields(computed.expression, scope), reads: computed.reads.map(scope) }
}

function withFields(
  expression: SortedExpression<ModelField>,
  scope: (field: ModelField) => ModelField,
): SortedExpression<ModelField> {
  if (expression.type === 'field') return { ...expression, field: scope(expression.field) }
  if (expression.type !== 'call') return expression
  return { ...expression, of: expression.of.map((part) => withFields(part, scope)) }
}

function scopedRollup(rollup: Rollup, childrenOf: (model: string) => SeenChildren | undefined): Rollup {
  const children = childrenOf(rollup.of.name)
  const where = children?.parseFilter(rollup.where ?? {})
  const field = rollup.field && children?.field(rollup.field.name)
  // Such a field is not visible at all; should it be asked for nevertheless, it is made of nothing.
  if (!children || !where?.ok) return { ...rollup, condition: { type: 'any', of: [] } }
  return { ...rollup, ...(field ? { field } : {}), condition: both(children.scope('read'), where.condition) }
}
