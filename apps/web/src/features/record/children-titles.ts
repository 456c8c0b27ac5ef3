/** What the children of a record are called, so that two groups of them are not called the same. */
import { type BackRelation, labelIn, type Model, type Models } from '@haykal/model'

/** The names of the groups of children of a model, in the order of its back-relations; undefined for a model that this person may not see. */
export function childrenTitles(model: Model, models: Models, language: string): readonly (string | undefined)[] {
  const plain = model.backRelations.map((relation) => plainTitle(relation, models, language))
  return model.backRelations.map((relation, index) => {
    const title = plain[index]
    const isShared = plain.some((other, place) => other === title && place !== index)
    return title !== undefined && isShared ? `${title} · ${wayOf(relation, models, language)}` : title
  })
}

/** What is meant: the children, or where links lead to. */
function plainTitle({ model: name, through }: BackRelation, models: Models, language: string): string | undefined {
  const children = models.get(name)
  const linked = models.get(children?.field(through ?? '')?.references ?? '')
  const meant = linked ?? children
  return meant && labelIn(meant.plural, language)
}

/** In which way they belong to the record: the field that points to it, or what links them. */
function wayOf({ model: name, fields: [own], through }: BackRelation, models: Models, language: string): string {
  const children = models.get(name)
  if (!children) return ''
  const field = through === undefined ? children.field(own?.child ?? '') : undefined
  return labelIn(field?.label ?? children.plural, language)
}
