/** What a value in a list can be made a filter of: only this, all but this, this too, from here on. */
import { type Json, type ModelField, operatorsOf } from '@haykal/model'
import { chosenValues, withValues } from '../filters/field-values.ts'
import { type FilterPart, isTerm } from '../list-search.ts'

/** What can be done with a value. */
export type CellCommand = 'only' | 'also' | 'except' | 'least' | 'most' | 'since' | 'until'

/** A value of a field, and the filter that it changes. */
export interface CellQuestion {
  readonly field: ModelField
  readonly value: Json
  readonly parts: readonly FilterPart[]
}

/** The commands for a value, in the order in which they are offered. */
export function commandsOf({ field, value, parts }: CellQuestion): readonly CellCommand[] {
  const possible = operatorsOf(field)
  if (value === null) return possible.includes('isNull') ? ['only', 'except'] : []
  if (!possible.includes('eq') || typeof value === 'object') return []
  const chosen = chosenValues(parts, field)
  const also = chosen !== undefined && !chosen.includes(value) ? (['also'] as const) : []
  const compared = !possible.includes('gte') || field.references !== undefined || possible.includes('contains')
  const isOfTime = field.column.kind === 'date' || field.column.kind === 'timestamp'
  const bounds = compared ? [] : isOfTime ? (['since', 'until'] as const) : (['least', 'most'] as const)
  // Hardly two records have the same moment.
  const same = field.column.kind === 'timestamp' ? [] : (['only', ...also, 'except'] as const)
  return [...same, ...bounds]
}

/** The parts of the filter once a command was given. */
export function partsAfter(command: CellCommand, { field, value, parts }: CellQuestion): readonly FilterPart[] {
  const path = field.name
  const without = (operators: readonly string[]) =>
    parts.filter((part) => !(isTerm(part) && part.path === path && operators.includes(part.operator)))
  switch (command) {
    case 'only': {
      const rest = without(['eq', 'in', 'ne', 'nin', 'isNull'])
      return [...rest, value === null ? { path, operator: 'isNull', value: true } : { path, operator: 'eq', value }]
    }
    case 'also':
      return withValues(parts, field, [...(chosenValues(parts, field) ?? []), value])
    case 'except':
      return value === null
        ? [...without(['isNull']), { path, operator: 'isNull', value: false }]
        : [...withoutChosen(parts, field, value), { path, operator: 'ne', value }]
    case 'least':
    case 'since':
      return [...without(['gte', 'gt', 'between']), { path, operator: 'gte', value }]
    case 'most':
    case 'until':
      return [...without(['lte', 'lt', 'between']), { path, operator: 'lte', value }]
  }
}

/** What is left out need not be among what is chosen. */
function withoutChosen(parts: readonly FilterPart[], field: ModelField, value: Json): readonly FilterPart[] {
  const chosen = chosenValues(parts, field)
  return chosen?.includes(value)
    ? withValues(
        parts,
        field,
        chosen.filter((each) => each !== value),
      )
    : parts
}
