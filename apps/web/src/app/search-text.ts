/**
 * How the state of a screen stands behind the `?` of its address. Simple filters are written one test a parameter
 * (`filter[status][eq]=paid`), as the API takes them too; all others as JSON in one `filter`.
 */
import { type Filter, isChildWord, isJsonObject, type Json } from '@haykal/model'

/** What an address says, before a route has checked it. */
export type AnySearch = { readonly [name: string]: unknown }

const testName = /^filter\[([^[\]]+)\]\[(\w+)\]$/

/** The search state of a text with or without its `?`. */
export function readSearch(text: string): { [name: string]: unknown } {
  const search: { [name: string]: unknown } = {}
  const tests: { [path: string]: { [operator: string]: Json } } = {}
  for (const [name, value] of new URLSearchParams(text)) {
    const [, path, operator] = testName.exec(name) ?? []
    if (path !== undefined && operator !== undefined)
      tests[path] = { ...tests[path], [operator]: isChildWord(operator) ? readChildren(value) : value }
    else search[name] = name === 'filter' ? readJson(value) : value
  }
  if (Object.keys(tests).length > 0) {
    search.filter = isJsonObject(search.filter) ? { and: [search.filter, tests] } : tests
  }
  return search
}

/** The text of a search state, its `?` included; empty for an empty state. */
export function writeSearch(search: AnySearch): string {
  const parts = Object.entries(search).flatMap(([name, value]) => {
    if (value === undefined || value === null || value === '') return []
    if (name === 'filter' && isJsonObject(value)) return writeFilter(value)
    return [`${encode(name)}=${encode(typeof value === 'string' ? value : JSON.stringify(value))}`]
  })
  return parts.length === 0 ? '' : `?${parts.join('&')}`
}

function writeFilter(filter: Filter): string[] {
  const written = Object.entries(filter).flatMap(([path, tests]) =>
    isJsonObject(tests) && /^[^[\]]+$/.test(path) && path !== 'not'
      ? Object.entries(tests).map(([operator, value]) => [path, operator, plainText(value)] as const)
      : [[path, '', undefined] as const],
  )
  if (written.length === 0) return []
  if (written.some(([, , text]) => text === undefined)) return [`filter=${encode(JSON.stringify(filter))}`]
  return written.map(([path, operator, text]) => `filter[${encode(path)}][${operator}]=${encode(text ?? '')}`)
}

/** A value as the API reads it from a parameter; undefined for one that a text would not bring back. */
function plainText(value: Json): string | undefined {
  if (Array.isArray(value)) {
    const texts = value.map((each: Json) => (Array.isArray(each) ? undefined : plainText(each)))
    return texts.some((text) => text === undefined || text === '' || text.includes(',')) ? undefined : texts.join(',')
  }
  return value === null || typeof value === 'object' ? undefined : String(value)
}

/** What is asked of records that point back is a filter itself; nothing: whichever they are. What is none is left for the server to refuse. */
function readChildren(text: string): Json {
  return text === '' ? {} : ((readJson(text) as Json | undefined) ?? text)
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Percent-encodes what must be, and leaves readable what may be. */
function encode(text: string): string {
  return encodeURIComponent(text).replaceAll('%20', '+').replaceAll('%2C', ',').replaceAll('%3A', ':')
}
