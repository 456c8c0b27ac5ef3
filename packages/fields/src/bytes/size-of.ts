/** Tells how many bytes a value stands for, whether it has them or only names their number. */
import { isJsonObject, type Json } from '@haykal/model'
import { byteLength, bytesKind } from './bytes.ts'

/** The number of bytes: of base64, or of `{ size }`, which large ones are told by; undefined for what is neither. */
export function sizeOf(value: Json): number | undefined {
  const parsed = bytesKind.parse(value, {})
  if (parsed.ok) return byteLength(parsed.value)
  const size = isJsonObject(value) ? value.size : undefined
  return typeof size === 'number' && size >= 0 ? size : undefined
}
