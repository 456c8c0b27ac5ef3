/** Where the fields of a record stand on its page, read or edited: short ones beside each other, wide ones below. */
import { viewOf } from '@haykal/fields/views'
import type { ModelField } from '@haykal/model'

/** The fields in two groups, each in its order. */
export function placesOf(fields: readonly ModelField[]): {
  readonly short: readonly ModelField[]
  readonly wide: readonly ModelField[]
} {
  const isWide = (field: ModelField) => viewOf(field).isWide === true
  return { short: fields.filter((field) => !isWide(field)), wide: fields.filter(isWide) }
}
