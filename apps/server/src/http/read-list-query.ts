/** Reads the parameters of a list: the other half of `writeListQuery` in the contract, and the simple filters that people type. */

import type { ListQuery } from '@haykal/contract'
import { listParameters } from '@haykal/contract/envelopes'
import { type Filter, isChildWord, isJsonObject, type Json, malformed, type Problem } from '@haykal/model'
import type { core } from 'zod'
import type { Parameters } from './read-address.ts'

/** A list request. Throws `malformed` with every problem at once, each pointing to `?name`. */
export function readListQuery(parameters: Parameters): ListQuery {
  const problems: Problem[] = []
  const { simple, others } = splitParameters(parameters)
  const read = listParameters.safeParse(Object.fromEntries(others))
  if (!read.success) problems.push(...read.error.issues.flatMap(parameterProblems))
  const { sort, q, fields, limit, after, before, last, at, from, count, facets, whole } = read.data ?? {}
  const filter = others.find(([name]) => name === 'filter')?.[1]
  const request: ListQuery = {
    ...given(
      'filter',
      bothFilters(
        filter === undefined ? undefined : parseFilterText(filter, problems),
        readChildFilters(simple, problems),
      ),
    ),
    ...given('sort', sort),
    ...given('q', q),
    ...given('fields', fields === undefined ? undefined : splitNames(fields)),
    ...given('limit', limit === undefined ? undefined : Number(limit)),
    ...given('after', after),
    ...given('before', before),
    ...given('last', last === undefined ? undefined : last === 'true'),
    ...given('at', at),
    ...given('from', from),
    ...given('count', count),
    ...given('facets', facets === undefined ? undefined : splitNames(facets)),
    ...given('whole', whole === undefined ? undefined : whole === 'true'),
  }
  if (problems.length > 0) throw malformed(problems)
  return request
}

type SimpleFilter = { readonly path: string; readonly operator: string; readonly value: Json }
type WrittenFilter = SimpleFilter & { readonly value: string }

function splitParameters(parameters: Parameters): { simple: WrittenFilter[]; others: [string, string][] } {
  const simple: WrittenFilter[] = []
  const others: [string, string][] = []
  for (const [name, value] of parameters) {
    const [, path, operator] = /^filter\[(.+)\]\[(\w+)\]$/s.exec(name) ?? []
    if (path !== undefined && operator !== undefined) simple.push({ path, operator, value })
    else others.push([name, value])
  }
  return { simple, others }
}

/** What is wrong with parameters that are not as they should be, each pointing to `?name`. */
export function parameterProblems(issue: core.$ZodIssue): Problem[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((name) => ({ pointer: `?${name}`, code: 'unknown_parameter' }))
  }
  const pointer = `?${String(issue.path[0] ?? '')}`
  if (issue.code === 'too_big') return [{ pointer, code: 'too_long', params: { max: Number(issue.maximum) } }]
  return [{ pointer, code: pointer === '?limit' || pointer === '?offset' ? 'bad_number' : 'malformed' }]
}

function parseFilterText(text: string, problems: Problem[]): Filter | undefined {
  try {
    const filter = JSON.parse(text) as Json
    if (isJsonObject(filter)) return filter
    problems.push({ pointer: '?filter', code: 'wrong_type', params: { expected: 'object' } })
  } catch {
    problems.push({ pointer: '?filter', code: 'malformed' })
  }
  return undefined
}

/** What is asked of the records that point back is a filter itself, as JSON: `filter[lines][some]={"quantity":{"gt":5}}`; nothing: whichever they are. */
function readChildFilters(simple: readonly WrittenFilter[], problems: Problem[]): SimpleFilter[] {
  return simple.map((each) => {
    if (!isChildWord(each.operator)) return each
    return { ...each, value: each.value === '' ? {} : (parseFilterText(each.value, problems) ?? {}) }
  })
}

/** Simple filters that name the same field are tests of that field; a filter in JSON is asked beside them. */
function bothFilters(filter: Filter | undefined, simple: readonly SimpleFilter[]): Filter | undefined {
  if (simple.length === 0) return filter
  const byPath = new Map<string, [string, Json][]>()
  for (const { path, operator, value } of simple) byPath.set(path, [...(byPath.get(path) ?? []), [operator, value]])
  const tests: Filter = Object.fromEntries([...byPath].map(([path, of]) => [path, Object.fromEntries(of)]))
  return filter === undefined ? tests : { and: [filter, tests] }
}

function splitNames(text: string): string[] {
  return text.split(',').filter((name) => name !== '')
}

function given<Name extends keyof ListQuery>(
  name: Name,
  value: ListQuery[Name] | undefined,
): Pick<ListQuery, Name> | object {
  return value === undefined ? {} : { [name]: value }
}
