/** Which parts of a condition records are looked up by, so that it does not take looking at all of them. */
import type { FilterOperator, ListCondition, Model } from '@haykal/model'
import { isLookupPattern } from '@haykal/model/search-text'
import { indexedFieldsOf } from '../tables/wanted-indexes.ts'
import { isBeside, isLookedUpBeside } from './found-beside.ts'

/** Questions whose answers stand beside each other in an index. */
const lookups: readonly FilterOperator[] = ['eq', 'in', 'gt', 'gte', 'lt', 'lte', 'between']

/** Whether records can be looked up by a part: by a relation or another field, of which there is an index. */
export function isLookedUp(part: ListCondition, model: Model): boolean {
  switch (part.type) {
    case 'through':
    case 'children':
      return true
    case 'found':
      return isBeside(part) ? isLookedUpBeside(part) : part.patterns.every(isLookupPattern)
    case 'any':
      return part.of.length > 0 && part.of.every((each) => isLookedUp(each, model))
    case 'all':
      return part.of.some((each) => isLookedUp(each, model))
    case 'not':
      return false
    case 'test':
      return part.field.references === undefined
        ? lookups.includes(part.operator) && indexedFieldsOf(model).found.has(part.field)
        : part.operator === 'eq' || part.operator === 'in'
  }
}

/** Whether all that a search asks is looked up, or texts are gone through for it. */
export function isSearchLookup(part: ListCondition, model: Model): boolean {
  switch (part.type) {
    case 'through':
      return isSearchLookup(part.of, part.to)
    case 'any':
      return part.of.length > 0 && part.of.every((each) => isSearchLookup(each, model))
    case 'all':
      return part.of.some((each) => isSearchLookup(each, model))
    default:
      return isLookedUp(part, model)
  }
}
