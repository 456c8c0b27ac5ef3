/** Which values of a field a list is narrowed to, and how that changes: the parts of a filter that ask for a field to be one of some. */
import type { Json, ModelField } from '@haykal/model'
import { type FilterPart, type FilterTerm, isTerm } from '../list-search.ts'
import { valuesOfTerm } from './operators.ts'

/** The values that a field may have now; undefined: any. */
export function chosenValues(parts: readonly FilterPart[], field: ModelField): readonly Json[] | undefined {
  const terms = parts.filter((part) => isNarrowing(part, field))
  return terms.length === 0 ? undefined : terms.flatMap((term) => valuesOf(term, field))
}

/** The parts with a field narrowed to some values; to any where there are none. */
export function withValues(
  parts: readonly FilterPart[],
  field: ModelField,
  values: readonly Json[],
): readonly FilterPart[] {
  const path = field.name
  const next: FilterTerm[] = values.length === 0 ? [] : [{ path, operator: 'in', value: values }]
  const first = parts.findIndex((part) => isNarrowing(part, field))
  if (first === -1) return [...parts, ...next]
  return parts.flatMap((part, index): readonly FilterPart[] => {
    if (index === first) return next
    return isNarrowing(part, field) ? [] : [part]
  })
}

function isNarrowing(part: FilterPart, field: ModelField): part is FilterTerm {
  if (!isTerm(part) || part.path !== field.name) return false
  return (
    part.operator === 'eq' || part.operator === 'in' || (part.operator === 'isNull' && String(part.value) === 'true')
  )
}

function valuesOf(term: FilterTerm, field: ModelField): readonly Json[] {
  return term.operator === 'isNull' ? [null] : valuesOfTerm(term, field)
}
