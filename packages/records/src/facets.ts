/** Facets: which values a field has among the records of a list, and how often; each as if the list were not filtered by that field. */
import type { VisibleModel } from '@haykal/access'
import type { Facet, Facets } from '@haykal/contract'
import { countValues } from '@haykal/database'
import {
  type AnyRecord,
  both,
  type Condition,
  conjuncts,
  everything,
  type Filter,
  isOfOthers,
  type ListCondition,
  type ModelField,
  operatorsOf,
  type Problem,
} from '@haykal/model'
import type { Door } from './door.ts'

/** Of how many fields at a time, and how many of the values of each. */
export const facetBounds = { fields: 8, values: 20 } as const

/** The fields that facets are asked of. Notes what is wrong with them: hidden fields and unknown ones alike. */
export function readFacets(
  { visible }: Door,
  names: readonly string[] | undefined,
  problems: Problem[],
): readonly ModelField[] {
  const asked = [...new Set(names)]
  if (asked.length > facetBounds.fields) {
    problems.push({ pointer: '?facets', code: 'too_many_facets', params: { max: facetBounds.fields } })
    return []
  }
  return asked.flatMap((name) => {
    const field = visible.field(name)
    if (!field) problems.push({ pointer: '?facets', code: 'unknown_field', params: { name } })
    else if (!hasFacet(field)) problems.push({ pointer: '?facets', code: 'not_counted_by', params: { name } })
    else return [field]
    return []
  })
}

/** Whether the values of a field can be counted: those that are compared as a whole, and read without asking for other records. */
function hasFacet(field: ModelField): boolean {
  return operatorsOf(field).includes('eq') && field.kind.bulky !== true && field.isSortable && !isOfOthers(field)
}

/** Of which records values are counted. */
export interface FacetGround {
  /** What the rules and the search box ask. */
  readonly base: ListCondition
  readonly filter: Filter | undefined
}

/** Counts the values of fields. One that takes too long is not counted: it is worth having the others without. */
export async function countFacets(door: Door, fields: readonly ModelField[], ground: FacetGround): Promise<Facets> {
  const counted = await Promise.all(
    fields.map(async (field) => [field.name, await countFacet(door, field, ground)] as const),
  )
  return Object.fromEntries(counted)
}

async function countFacet({ core, visible }: Door, field: ModelField, ground: FacetGround): Promise<Facet> {
  const { database } = core
  const condition = conditionWithout(visible, field, ground)
  try {
    return await countValues(database, visible.model, { field, condition, limit: facetBounds.values })
  } catch (error) {
    const reason = database.engine.explainRefusal(error)?.reason
    if (reason === 'too-long' || reason === 'busy') return { values: null }
    throw error
  }
}

/** What is asked of the records of the list apart from a field. What the rule asks of it stays. */
function conditionWithout(visible: VisibleModel, field: ModelField, { base, filter }: FacetGround): ListCondition {
  const asked = filter === undefined ? undefined : visible.parseFilter(filter)
  const others = asked?.ok ? conjuncts(asked.condition).filter((part) => !isOnlyAbout(part, field)) : []
  return both(base, others.length > 0 ? { type: 'all', of: others } : everything)
}

function isOnlyAbout(condition: Condition, field: ModelField): boolean {
  switch (condition.type) {
    case 'all':
    case 'any':
      return condition.of.length > 0 && condition.of.every((each) => isOnlyAbout(each, field))
    case 'not':
      return isOnlyAbout(condition.of, field)
    case 'test':
      return condition.field.name === field.name
    case 'through':
    case 'children':
      return false
  }
}

/** The values of facets as if records held them, to find out what those are called that relations point to. */
export function facetRecords(facets: Facets): readonly AnyRecord[] {
  return Object.entries(facets).flatMap(([name, { values }]) => (values ?? []).map(({ value }) => ({ [name]: value })))
}
