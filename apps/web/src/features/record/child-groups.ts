/** Which children of a record can be edited inside its form, and which of their fields stand there. */
import type { BootModel } from '@haykal/contract'
import { viewOf } from '@haykal/fields/views'
import { type BackRelation, isSettable, type Model, type ModelField, type Models } from '@haykal/model'
import { hasPage } from '../records/has-page.ts'
import { settableModel } from './settable-model.ts'

/** A relation whose children can be edited with their parent. */
export interface EditableChildren {
  readonly relation: BackRelation
  /** The model of the children, as boot tells of it. */
  readonly access: BootModel
  readonly model: Model
  /** The field of the children that points to the parent. */
  readonly field: ModelField
  /** They go when the parent goes: parts of it rather than others that point to it. */
  readonly isPart: boolean
}

/** The relations to a model whose children this person may do something with. */
export function editableChildren(
  model: Model,
  models: Models,
  told: readonly BootModel[],
): readonly EditableChildren[] {
  return model.backRelations.flatMap((relation): readonly EditableChildren[] => {
    const [pair] = relation.fields
    const child = models.get(relation.model)
    const access = told.find(({ name }) => name === relation.model)
    const field = pair && relation.fields.length === 1 ? child?.field(pair.child) : undefined
    if (!child || !access || !field || field.references !== model.name) return []
    const mayDo = access.can.create || access.can.edit || access.can.remove
    if (!mayDo || access.closed !== undefined || !hasPage(child)) return []
    return [{ relation, access, model: child, field, isPart: field.onRemove === 'cascade' }]
  })
}

/** The model of children as a form of their parent needs it: who the parent is, is not asked. `names`: the only fields that may be set. */
export function childModel({ model, field }: EditableChildren, names: readonly string[] | undefined): Model {
  const others = model.fields.filter((each) => each !== field).map(({ name }) => name)
  return settableModel(model, names === undefined ? others : others.filter((name) => names.includes(name)))
}

/** The fields that stand in a row: those of the list, and what a new one must have. What takes the whole width has a page for it. */
export function rowFields({ model, field: parent }: EditableChildren): readonly ModelField[] {
  const needed = model.fields.filter(
    (field) => field.isRequired && isSettable(field, 'create') && field.options.default === undefined,
  )
  const listed = model.columns.filter((field) => viewOf(field).isWide !== true || needed.includes(field))
  return [...new Set([...listed, ...needed])].filter((field) => field !== parent)
}
