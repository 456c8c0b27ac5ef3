/** Asks before unsaved changes are lost: inside the app by a dialog, at the edge of it by the browser's own question. */
import { useBlocker } from '@tanstack/react-router'

/** The answer that is waited for; undefined while nobody is leaving. */
export interface Leaving {
  readonly leave: () => void
  readonly stay: () => void
}

/** Stops whoever leaves while `isUnsaved`, except when `isLeaving()` says that it was our own doing. */
export function useLeaveGuard(isUnsaved: boolean, isLeaving: () => boolean): Leaving | undefined {
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => isUnsaved && !isLeaving() && current.pathname !== next.pathname,
    enableBeforeUnload: () => isUnsaved && !isLeaving(),
    withResolver: true,
  })
  return blocker.status === 'blocked' ? { leave: blocker.proceed, stay: blocker.reset } : undefined
}
