/** How a record is named in an address: its key, or one opaque, URL-safe text where the key is of several fields or cannot stand there as it is. */
import type { Json } from './json.ts'
import type { Model, ModelField } from './model.ts'
import type { AnyRecord } from './record.ts'

/**
 * The id of a record. A key of one field is its own id, as text. A composite one is the base64url of its values as a JSON list.
 * So is, behind a `~`, a key that could not be told from the text: an empty one, one that addresses swallow (`.`), in an adopted
 * table one that does not fit its column (a text in a column of numbers, nothing at all), and one that is no lasting address (`passing`).
 */
export function recordId(model: Pick<Model, 'key'>, record: AnyRecord): string {
  return idOfKey(
    model,
    model.key.map((field) => record[field.name] ?? null),
  )
}

/** The id of the record whose key has these values, in the order of the key. */
export function idOfKey({ key }: Pick<Model, 'key'>, values: readonly Json[]): string {
  const [only] = key
  if (key.length !== 1 || !only) return encodeBase64Url(JSON.stringify(values))
  const [value = null] = values
  return isPlain(only, value) ? String(value) : opaque(value)
}

/**
 * The key values of an id; undefined where no record can have this id.
 * A value that its field's kind would refuse is among them: in an adopted table there may be such a key.
 */
export function keyOfId(model: Pick<Model, 'key'>, id: string): readonly Json[] | undefined {
  const [only] = model.key
  if (!only) return undefined
  if (model.key.length > 1) {
    const values = keyOfList(model.key, id)
    return values && encodeBase64Url(JSON.stringify(values)) === id ? values : undefined
  }
  if (!id.startsWith('~')) {
    const parsed = only.kind.fromText(id, only.options)
    return parsed.ok && isPlain(only, parsed.value) && String(parsed.value) === id ? [parsed.value] : undefined
  }
  const values = keyOfList([only], id.slice(1))
  return values?.[0] !== undefined && opaque(values[0]) === id && !isPlain(only, values[0]) ? values : undefined
}

function opaque(value: Json): string {
  return `~${encodeBase64Url(JSON.stringify([value]))}`
}

/** Whether the text of a key stands for it and nothing else: it is no word of ours, and its kind reads the same value from it. */
function isPlain(field: ModelField, value: Json): boolean {
  if (value === null || typeof value === 'object' || field.options.passing === true) return false
  // Most keys are: a list asks for many of them, and digits need not be read to be known.
  if (field.column.kind === 'integer' && typeof value === 'number' && Number.isSafeInteger(value) && value >= 0)
    return true
  const text = String(value)
  if (text === '' || text === '.' || text === '..' || text === '-' || text.startsWith('~')) return false
  const parsed = field.kind.fromText(text, field.options)
  return parsed.ok && parsed.value === value
}

function keyOfList(key: readonly ModelField[], encoded: string): readonly Json[] | undefined {
  const values = decodeList(encoded)
  return values?.length === key.length && values.every((value) => value === null || typeof value !== 'object')
    ? values
    : undefined
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
