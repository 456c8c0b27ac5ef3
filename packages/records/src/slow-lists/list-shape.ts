/** What a list asks, without what it asks for: fields, questions and order, never a value. */
import type { ListQuery } from '@haykal/contract'
import { type Filter, isChildWord, isJsonObject, type Json, sortTerms } from '@haykal/model'

/** A question about what a path leads to. */
export interface ShapeTest {
  readonly path: string
  readonly operator: string
  /** It must hold of every record of the list, rather than being one of several that may. */
  readonly isSure: boolean
}

/** What a list asks. */
export interface ListShape {
  readonly model: string
  /** Each once. */
  readonly tests: readonly ShapeTest[]
  readonly isSearched: boolean
  /** As it was asked for; empty: the usual order. */
  readonly sort: readonly { readonly name: string; readonly descending: boolean }[]
}

/** The shape of a list that was answered: all names in it are names. */
export function shapeOf(
  model: string,
  { filter, q = '', sort = '' }: Pick<ListQuery, 'filter' | 'q' | 'sort'>,
): ListShape {
  const tests = filter ? testsOf(filter, true) : []
  const unique = new Map(tests.map((test) => [JSON.stringify([test.path, test.operator, test.isSure]), test]))
  return {
    model,
    tests: [...unique].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, test]) => test),
    isSearched: q.trim() !== '',
    sort: sortTerms(sort),
  }
}

/** The same text for two lists only if they ask the same. */
export function keyOfShape(shape: ListShape): string {
  return JSON.stringify(shape)
}

function testsOf(filter: Filter, isSure: boolean): readonly ShapeTest[] {
  return Object.entries(filter).flatMap(([name, inner]) => {
    if ((name === 'and' || name === 'or') && Array.isArray(inner)) {
      const areSure = isSure && (name === 'and' || inner.length === 1)
      return inner.flatMap((each: Json) => (isJsonObject(each) ? testsOf(each, areSure) : []))
    }
    if (name === 'not') return isJsonObject(inner) ? testsOf(inner, false) : []
    if (!isJsonObject(inner)) return []
    return Object.entries(inner).map(([word, value]) => ({ path: name, operator: askedWith(word, value), isSure }))
  })
}

/** What a question comes to whatever its value is. */
function askedWith(word: string, value: Json): string {
  if (isChildWord(word)) return word
  if ((word === 'eq' || word === 'ne') && value === null) return word === 'eq' ? 'isNull' : 'ne'
  if (word === 'isNull') return value === true || value === 'true' ? word : 'ne'
  return word
}
