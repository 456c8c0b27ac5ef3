/** "Is me" in a filter: a person among the records is known by the e-mail address that they sign in with. */
import type { Model, ModelField, Models } from '@haykal/model'
import type { FilterTerm } from '../list-search.ts'

const mine = '$me.email'

/** Whether a field holds an e-mail address. */
function isMail({ kind, options }: ModelField): boolean {
  const { format } = kind.jsonSchema(options)
  return format === 'email' || format === 'idn-email'
}

/** The field that tells whether a value is whoever asks: the field itself, or one of the record it points to. Undefined: nothing tells. */
function mailPathOf(path: string, field: ModelField, models: Models): string | undefined {
  if (isMail(field)) return path
  const mail = models.get(field.references ?? '')?.fields.find((each) => each.isUnique && isMail(each))
  return mail && `${path}.${mail.name}`
}

/** Whether one can ask for oneself by a field. */
export function mayBeMe(field: ModelField, models: Models): boolean {
  return mailPathOf('', field, models) !== undefined
}

/** The test for oneself. */
export function meTerm(path: string, field: ModelField, models: Models): FilterTerm {
  return { path: mailPathOf(path, field, models) ?? path, operator: 'eq', value: mine }
}

/** The path of the field by which a test asks for whoever asks; undefined where it asks for something else. */
export function pathOfMe({ path, operator, value }: FilterTerm, model: Model, models: Models): string | undefined {
  if (operator !== 'eq' || value !== mine) return undefined
  const names = path.split('.')
  const before = names.slice(0, -1)
  const relation = before.length === 0 ? undefined : fieldAt(before, model, models)
  return relation && mailPathOf(before.join('.'), relation, models) === path ? before.join('.') : path
}

function fieldAt(names: readonly string[], model: Model, models: Models): ModelField | undefined {
  let at: Model | undefined = model
  let field: ModelField | undefined
  for (const name of names) {
    field = at?.field(name)
    at = models.get(field?.references ?? '')
  }
  return field
}
