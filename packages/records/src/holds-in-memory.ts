/** Asks a rule of a record that is at hand, where memory and database are sure to agree; the question to the database is then spared. */
import { type AnyRecord, type Condition, type FieldTest, matches } from '@haykal/model'
import type { RecordsCore } from './door.ts'

/** Operators that mean the same everywhere, of texts too: no order, no letter case. */
const exact: ReadonlySet<FieldTest['operator']> = new Set(['eq', 'ne', 'in', 'nin', 'isNull'])

/** Whether a condition holds; undefined: the database has to be asked, as it is about other records, or about what a table of others may hold. */
export function holdsInMemory(
  { isOurs }: Pick<RecordsCore, 'isOurs'>,
  condition: Condition,
  image: AnyRecord,
): boolean | undefined {
  if (!isOurs) return undefined
  const isPlain = plainness.get(condition) ?? asksPlainly(condition)
  plainness.set(condition, isPlain)
  return isPlain ? matches(condition, image, { related: () => [] }) : undefined
}

/** Rules that are the same for everyone come as the same object. */
const plainness = new WeakMap<Condition, boolean>()

function asksPlainly(condition: Condition): boolean {
  switch (condition.type) {
    case 'all':
    case 'any':
      return condition.of.every(asksPlainly)
    case 'not':
      return asksPlainly(condition.of)
    case 'test':
      return (
        condition.field.derived === undefined &&
        exact.has(condition.operator) &&
        !['json', 'bytes', 'real'].includes(condition.field.column.kind)
      )
    case 'through':
      return false
  }
}
