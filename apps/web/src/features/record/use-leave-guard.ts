/** Asks before unsaved changes are lost: inside the app by a dialog, at the edge of it by the browser's own question. */
import { useBlocker } from '@tanstack/react-router'
import { type RefObject, useEffect, useState } from 'react'
import { askBeforeLeaving } from '../session/before-leaving.ts'

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
  /** Called when the person leaves and lets go of what is unsaved. */
  readonly onLeave?: () => void
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
  { isUnsaved, isDone, answer, onLeave }: Guarded,
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
  const leaving = useAsked({ isUnsaved, isDone, ...(answer && { answer }) })
  const shown = leaving ?? (blocker.status === 'blocked' ? { leave: blocker.proceed, stay: blocker.reset } : undefined)
  if (!shown) return undefined
  const leave = () => {
    onLeave?.()
    shown.leave()
  }
  return { leave, stay: shown.stay }
}

/** The same for ways out that are no address; undefined while nobody takes one. */
function useAsked({ isUnsaved, isDone, answer }: Guarded): Leaving | undefined {
  const [leaving, setLeaving] = useState<Leaving>()
  useEffect(() => {
    if (!isUnsaved) return
    const ask = async () => {
      await answer?.current
      if (isDone.current) return true
      return await new Promise<boolean>((resolve) => {
        const decide = (mayLeave: boolean) => {
          // What follows leads to another address, and one is not asked twice.
          isDone.current = mayLeave
          setLeaving(undefined)
          resolve(mayLeave)
        }
        setLeaving({ leave: () => decide(true), stay: () => decide(false) })
      })
    }
    return askBeforeLeaving(ask)
  }, [isUnsaved, isDone, answer])
  return leaving
}
