/** The fields of which others have written the value that a save was to overwrite. */
import { type Conflict, HaykalError } from '@haykal/model'

/** The fields, with the values of both; undefined where an error is another one, or names none. */
export function conflictOf(error: unknown): Conflict | undefined {
  const conflict = error instanceof HaykalError ? error.details.conflict : undefined
  return conflict && Object.keys(conflict).length > 0 ? conflict : undefined
}
