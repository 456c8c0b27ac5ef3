/** What values are made of: plain JSON, so that a record is its own wire form. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

/** An object of JSON values, its names not known in advance. */
export type JsonObject = { readonly [key: string]: Json }

/** Whether `value` is an object in the JSON sense: not null, not a list. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A JSON Schema (draft 2020-12) fragment, as it stands in the OpenAPI document. */
export type JsonSchema = { readonly [keyword: string]: Json }

/** Whether every database can hold a text: no NUL, no half of a surrogate pair. */
export function isStorableText(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed()
}

/** Whether two values are the same, whatever the order of keys in their objects. */
export function isSameJson(one: Json, other: Json): boolean {
  return one === other || JSON.stringify(one, sortKeys) === JSON.stringify(other, sortKeys)
}

function sortKeys(_key: string, value: unknown): unknown {
  if (!isJsonObject(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}
