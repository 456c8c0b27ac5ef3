/** Random filters over the fields of a model and of what it points to: the same ones for the same seed. */
import {
  type Filter,
  filterOperators,
  type Json,
  type Model,
  type ModelField,
  type Models,
  operatorsOf,
} from '@haykal/model'

/** A number from 0 up to 1, another one with every call. */
export type Random = () => number

/** Numbers that look random and are the same for the same seed (mulberry32). */
export function randomOf(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** One of several. */
export function pick<Item>(random: Random, items: readonly Item[]): Item {
  const item = items[Math.floor(random() * items.length)]
  if (item === undefined) throw new Error('there is nothing to pick from')
  return item
}

/** What a random filter is about. */
export interface FilterGround {
  readonly models: Models
  readonly model: Model
  /** Filters ask for records that point back, too; absent: for none. */
  readonly asksChildren?: boolean
  /** A value to compare a field with. */
  value(field: ModelField): Json
}

/** A filter of at most so many levels. */
export function randomFilter(random: Random, ground: FilterGround, depth: number): Filter {
  const word = depth === 0 ? 'test' : pick(random, ['test', 'test', 'and', 'or', 'not'])
  if (word === 'not') return { not: randomFilter(random, ground, depth - 1) }
  if (word === 'and' || word === 'or')
    return {
      [word]: Array.from({ length: 1 + Math.floor(random() * 3) }, () => randomFilter(random, ground, depth - 1)),
    }
  const [relation] =
    ground.asksChildren && ground.model.backRelations.length > 0 && depth > 0
      ? [pick(random, ground.model.backRelations)]
      : []
  const children = ground.models.get(relation?.model ?? '')
  if (!relation || !children || random() < 0.7) return randomTest(random, ground)
  const name = `${relation.model}.${relation.fields[0]?.child}`
  return {
    [name]: { [pick(random, ['some', 'none'])]: randomFilter(random, { ...ground, model: children }, depth - 1) },
  }
}

function randomTest(random: Random, { models, model, value }: FilterGround): Filter {
  const path: string[] = []
  let station = model
  let field = pick(random, askable(station))
  for (let target = models.get(field.references ?? ''); target && random() < 0.5 && path.length < 2; ) {
    path.push(field.name)
    station = target
    field = pick(random, askable(station))
    target = models.get(field.references ?? '')
  }
  const operator = pick(
    random,
    operatorsOf(field).filter((each) => filterOperators.includes(each)),
  )
  const operand = (): Json => {
    if (operator === 'isNull') return random() < 0.5
    if (operator === 'in' || operator === 'nin')
      return Array.from({ length: Math.floor(random() * 4) }, () => value(field))
    if (operator === 'between') return [value(field), value(field)].map((each) => each ?? 0)
    return value(field)
  }
  return { [[...path, field.name].join('.')]: { [operator]: operand() } }
}

function askable({ fields }: Model): readonly ModelField[] {
  return fields.filter((field) => operatorsOf(field).length > 0)
}
