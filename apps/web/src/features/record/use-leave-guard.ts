/** Asks before unsaved changes are lost: inside the app by a dialog, at the edge of it by the browser's own question. */
import { useBlocker } from '@tanstack/react-router'
import type { RefObject } from 'react'

/** The answer that is waited for; undefined while nobody is leaving. */
export interface Leaving {
  readonly leave: () => void
  readonly stay: () => void
}

/** What is guarded. */
export interface Guarded {
  readonly isUnsaved: boolean
  /** Whether it was saved or given up by now: a ref, as leaving follows at once. */
  readonly isDone: RefObject<boolean>
  /** The answer to what was sent, which whoever leaves meanwhile waits for unseen; it settles once `isDone` is true or the form is back. */
  readonly answer?: RefObject<Promise<unknown> | undefined>
}

/** A place in the app. */
interface Place {
  readonly pathname: string
  readonly search: object
}

/** When somebody leaves: with the path, or with the record that is open beside a list. */
function isElsewhere(current: Place, next: Place): boolean {
  return current.pathname !== next.pathname || peekIn(current) !== peekIn(next)
}

function peekIn({ search }: Place): unknown {
  return 'peek' in search ? search.peek : undefined
}

/** Stops whoever leaves while something is unsaved. */
export function useLeaveGuard(
  { isUnsaved, isDone, answer }: Guarded,
  isLeaving: (current: Place, next: Place) => boolean = isElsewhere,
): Leaving | undefined {
  const blocker = useBlocker({
    shouldBlockFn: async ({ current, next }) => {
      if (!isUnsaved || isDone.current || !isLeaving(current, next)) return false
      await answer?.current
      return !isDone.current
    },
    enableBeforeUnload: () => isUnsaved && !isDone.current,
    withResolver: true,
  })
  return blocker.status === 'blocked' ? { leave: blocker.proceed, stay: blocker.reset } : undefined
}
