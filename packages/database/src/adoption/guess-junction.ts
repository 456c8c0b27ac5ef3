/** Recognises tables whose rows only link a record of one model with a record of another. */
import type { AdoptedTable } from './adopted-table.ts'
import type { RelationField } from './guess-relations.ts'
import { declaredType } from './kinds/declared-type.ts'
import { wordsOfName } from './words-of-name.ts'

/** The two columns that link; undefined where the rows say more than that. */
export function guessJunction(
  { shape, columns }: AdoptedTable,
  relations: ReadonlyMap<string, RelationField>,
): readonly [string, string] | undefined {
  const [first, second, ...others] = [...relations.keys()]
  if (first === undefined || second === undefined || others.length > 0) return undefined
  const isPair = [shape.key, ...shape.uniqueKeys].some(
    (key) => key.length === 2 && key.includes(first) && key.includes(second),
  )
  const rest = columns.filter(({ name }) => name !== first && name !== second)
  const saysMore = rest.some((column) => {
    const isOwnKey = column.isGenerated || (shape.key.length === 1 && shape.key[0] === column.name)
    const isMoment = ['moment', 'day'].includes(declaredType(column.type).meaning)
    return !(isOwnKey || column.isComputed || isMoment || isBookkeeping(column.name))
  })
  return isPair && !saysMore ? [first, second] : undefined
}

const bookkeeping = new Set(
  'position sort order ordinal rank sequence seq index idx created added updated modified linked'.split(' '),
)

function isBookkeeping(name: string): boolean {
  return wordsOfName(name).some((word) => bookkeeping.has(word))
}
