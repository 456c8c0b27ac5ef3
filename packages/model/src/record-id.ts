/** How a record is named in an address: its key, or for a composite key one opaque, URL-safe text. */
import type { Json } from './json.ts'
import type { Model } from './model.ts'
import type { AnyRecord } from './record.ts'

/** The id of a record: the key itself as text, or the base64url of the key values as a JSON list. */
export function recordId(model: Pick<Model, 'key'>, record: AnyRecord): string {
  return idOfKey(model.key.map((field) => record[field.name] ?? null))
}

/** The id that key values make, in the order of the key. */
export function idOfKey(values: readonly Json[]): string {
  const [only] = values
  if (values.length === 1) return only === null || only === undefined ? '' : String(only)
  return encodeBase64Url(JSON.stringify(values))
}

/** The key values of an id, as the key's fields parse them; undefined where no record can have this id. */
export function keyOfId(model: Pick<Model, 'key'>, id: string): readonly Json[] | undefined {
  const [only] = model.key
  if (model.key.length === 1 && only) {
    const parsed = only.kind.fromText(id, only.options)
    return parsed.ok && idOfKey([parsed.value]) === id ? [parsed.value] : undefined
  }
  const values = decodeList(id)
  if (values === undefined || values.length !== model.key.length) return undefined
  const parsed = model.key.map((field, index) => field.kind.parse(values[index] ?? null, field.options))
  return parsed.every((each) => each.ok) ? parsed.map((each) => (each.ok ? each.value : null)) : undefined
}

function decodeList(id: string): readonly Json[] | undefined {
  try {
    const values: unknown = JSON.parse(decodeBase64Url(id))
    return Array.isArray(values) ? values : undefined
  } catch {
    return undefined
  }
}

/** A text as base64url (RFC 4648 §5) of its UTF-8 bytes, without padding. */
export function encodeBase64Url(text: string): string {
  const bytes = new TextEncoder().encode(text)
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}

/** The text that `encodeBase64Url` was given. Throws on anything else. */
export function decodeBase64Url(encoded: string): string {
  const binary = atob(encoded.replaceAll('-', '+').replaceAll('_', '/'))
  const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0))
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
}
