/** Tells which records have a page of their own. */
import type { Model } from '@haykal/model'

/** Whether the records of a model do: without a key, one cannot be told from the others. */
export function hasPage(model: Model): boolean {
  return model.key.length > 0
}
