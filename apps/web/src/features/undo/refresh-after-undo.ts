/** Asks anew for whatever a change-set may have touched: records of any model, their history, the trash. */
import type { Query, QueryClient } from '@tanstack/react-query'
import { errorCode } from '../problems/error-text.ts'

/** Asks anew for all records and changes at hand; those on the screen at once. */
export function refreshAfterUndo(queries: QueryClient): void {
  void queries.invalidateQueries({ queryKey: ['changes'] })
  void queries.invalidateQueries({ queryKey: ['records'] }).then(() => {
    // What was shown of a record that is gone now is not kept on the screen.
    const isGone = ({ queryKey, state }: Query) =>
      queryKey[0] === 'records' && queryKey[2] === 'record' && state.data !== undefined && isNotFound(state.error)
    return queries.resetQueries({ predicate: isGone })
  })
}

function isNotFound(error: unknown): boolean {
  return error !== null && errorCode(error) === 'not_found'
}
