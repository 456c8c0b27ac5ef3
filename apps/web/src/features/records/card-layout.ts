/** Which columns of a list go where on a card: the name, an amount and a state at its end, two more below. */
import type { Model, ModelField } from '@haykal/model'
import { isOneOfAFew, lookOf } from './column-look.ts'

/** The places of a card. */
export interface CardLayout {
  /** What one looks for: said large. */
  readonly name: ModelField
  /** At the end of the first line; undefined where no column is an amount. */
  readonly amount: ModelField | undefined
  /** At the end of the second line; undefined where no column is one of a few states. */
  readonly state: ModelField | undefined
  /** On the second line. */
  readonly rest: readonly ModelField[]
}

/** The layout of a model's cards, made from the columns of its list. */
export function cardLayoutOf(model: Model): CardLayout {
  const columns = model.columns.length > 0 ? model.columns : [model.title]
  const name = nameOf(model, columns)
  const others = columns.filter((field) => field !== name)
  const amount = others.find((field) => lookOf(model, field).align === 'end')
  const state = others.find((field) => field !== amount && isOneOfAFew(field))
  const rest = others.filter((field) => field !== amount && field !== state && field.kind.bulky !== true).slice(0, 2)
  return { name, amount, state, rest }
}

/** The columns that have no place on a card: one of them may be why a record was found. */
export function besideCard(model: Model, { name, amount, state, rest }: CardLayout): readonly ModelField[] {
  const shown = new Set([name, amount, state, ...rest])
  return model.columns.filter((field) => field.isSearchable && !shown.has(field))
}

/** A number is no name: where the title is one, what the record points to first says more. */
function nameOf(model: Model, columns: readonly ModelField[]): ModelField {
  if (model.title.column.kind === 'text' && columns.includes(model.title)) return model.title
  const speaking = columns.find((field) => field.references !== undefined || (isText(field) && !isOneOfAFew(field)))
  return speaking ?? columns[0] ?? model.title
}

function isText(field: ModelField): boolean {
  return field.column.kind === 'text'
}
