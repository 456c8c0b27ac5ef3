/** Reads values by the names of fields, which may be any word: what every object has by itself, such as `toString`, is no value of a record. */
import type { Json } from './json.ts'

/** The value under a name; null where there is none. */
export function valueIn(record: { readonly [name: string]: Json } | null | undefined, name: string): Json {
  return record && Object.hasOwn(record, name) ? (record[name] ?? null) : null
}
