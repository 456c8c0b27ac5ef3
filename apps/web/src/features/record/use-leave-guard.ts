/** Asks before unsaved changes are lost: inside the app by a dialog, at the edge of it by the browser's own question. */
import { useBlocker } from '@tanstack/react-router'
import type { RefObject } from 'react'

/** The answer that is waited for; undefined while nobody is leaving. */
export interface Leaving {
  readonly leave: () => void
  readonly stay: () => void
}

/** A place in the app. */
interface Place {
  readonly pathname: string
  readonly search: object
}

/** When somebody leaves: with the path. */
function isElsewhere(current: Place, next: Place): boolean {
  return current.pathname !== next.pathname
}

/** Stops whoever leaves while `isUnsaved`, unless `isDone` says by then that it was saved or given up: a ref, as leaving follows at once. */
export function useLeaveGuard(
  isUnsaved: boolean,
  isDone: RefObject<boolean>,
  isLeaving: (current: Place, next: Place) => boolean = isElsewhere,
): Leaving | undefined {
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => isUnsaved && !isDone.current && isLeaving(current, next),
    enableBeforeUnload: () => isUnsaved && !isDone.current,
    withResolver: true,
  })
  return blocker.status === 'blocked' ? { leave: blocker.proceed, stay: blocker.reset } : undefined
}
