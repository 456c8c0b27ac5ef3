/** What a filter may begin with at a model: its fields, those behind its relations, and the records that point back. */
import { type BackRelation, labelIn, type Model, type ModelField, type Models } from '@haykal/model'
import { foldText } from '@haykal/model/fold-text'
import { questionsOf } from './operators.ts'

/** A field that can be asked about. */
export interface OfferedField {
  readonly type: 'field'
  readonly path: string
  readonly field: ModelField
  /** With the relations on the way: `Customer › Country`. */
  readonly label: string
  /** The model that it points to, whose fields can be asked about too; absent: none. */
  readonly inside?: Model
}

/** Records that point back. */
export interface OfferedChildren {
  readonly type: 'children'
  readonly path: string
  readonly model: Model
  readonly label: string
}

/** Something that a filter may begin with. */
export type Offered = OfferedField | OfferedChildren

/** Where one looks for it. */
export interface Ground {
  readonly models: Models
  readonly language: string
}

/** How many relations in a row lead to a field at most; the server follows no more. */
const mostHops = 3

/** The fields of a model, as they are called behind `path`. */
export function offeredFields(
  model: Model,
  { models, language }: Ground,
  path: readonly string[] = [],
): OfferedField[] {
  return model.fields.flatMap((field): OfferedField[] => {
    if (field.isHidden) return []
    const inside = path.length < mostHops ? models.get(field.references ?? '') : undefined
    const offered: OfferedField = {
      type: 'field',
      path: [...path, field.name].join('.'),
      field,
      label: labelIn(field.label, language),
      ...(inside && { inside }),
    }
    return questionsOf(field).length > 0 || inside ? [offered] : []
  })
}

/** The records that point to those of a model. */
export function offeredChildren(
  model: Model,
  { models, language }: Ground,
  path: readonly string[] = [],
): OfferedChildren[] {
  return model.backRelations.flatMap((relation): OfferedChildren[] => {
    const children = models.get(relation.model)
    if (!children || children.definition.hidden) return []
    const name = nameOf(relation, model.backRelations)
    if (name === undefined) return []
    const [pair] = relation.fields
    const by = name === relation.model ? undefined : children.field(pair?.child ?? '')?.label
    const plural = labelIn(children.plural, language)
    const label = by === undefined ? plural : `${plural} (${labelIn(by, language)})`
    return [{ type: 'children', path: [...path, name].join('.'), model: children, label }]
  })
}

/** What children are called in a path; undefined for those that cannot be told from others. */
function nameOf({ model, fields }: BackRelation, all: readonly BackRelation[]): string | undefined {
  if (all.filter((each) => each.model === model).length === 1) return model
  return fields.length === 1 ? `${model}.${fields[0]?.child}` : undefined
}

/** All that a text finds: what is called so, here or one relation further. */
export function findOffered(model: Model, ground: Ground, text: string): readonly Offered[] {
  const wanted = foldText(text.trim())
  const own = offeredFields(model, ground)
  const further = own.flatMap((relation) =>
    (relation.inside ? offeredFields(relation.inside, ground, [relation.path]) : []).map((field) => ({
      ...field,
      label: `${relation.label} › ${field.label}`,
    })),
  )
  const isFound = ({ label }: Offered) => foldText(label).includes(wanted)
  return [...own, ...offeredChildren(model, ground), ...further].filter(isFound)
}
