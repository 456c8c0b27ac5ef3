/** Asks a rule of a record that is at hand, where memory and database are sure to agree; the question to the database is then spared. */
import { type AnyRecord, type Condition, type FieldTest, matches } from '@haykal/model'
import type { RecordsCore } from './door.ts'

/** Operators that mean the same everywhere, of texts too: no order, no letter case. */
const exact: ReadonlySet<FieldTest['operator']> = new Set(['eq', 'ne', 'in', 'nin', 'isNull'])

/**
 * Whether a condition holds; undefined: the database has to be asked, as it is about other records, about a field that is not at hand, or about
 * what a table of others may hold.
 */
export function holdsInMemory(
  { isOurs }: Pick<RecordsCore, 'isOurs'>,
  condition: Condition,
  record: AnyRecord,
): boolean | undefined {
  if (!isOurs) return undefined
  const asked = askedPlainly.get(condition) ?? plainFields(condition)
  askedPlainly.set(condition, asked)
  return asked !== 'others' && asked.every((name) => Object.hasOwn(record, name))
    ? matches(condition, record, { related: () => [] })
    : undefined
}

/** Rules that are the same for everyone come as the same object. */
const askedPlainly = new WeakMap<Condition, readonly string[] | 'others'>()

/** The names of the fields that a condition asks, where it asks nothing else and memory is sure of the answer. */
function plainFields(condition: Condition): readonly string[] | 'others' {
  switch (condition.type) {
    case 'all':
    case 'any': {
      const parts = condition.of.map(plainFields)
      return parts.includes('others') ? 'others' : (parts as (readonly string[])[]).flat()
    }
    case 'not':
      return plainFields(condition.of)
    case 'test': {
      const { field, operator } = condition
      const isPlain =
        field.derived === undefined && exact.has(operator) && !['json', 'bytes', 'real'].includes(field.column.kind)
      return isPlain ? [field.name] : 'others'
    }
    case 'through':
    case 'children':
      return 'others'
  }
}
