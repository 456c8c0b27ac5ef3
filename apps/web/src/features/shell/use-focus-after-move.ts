/** Puts the focus into the new screen when the one before took it along: keyboard and screen reader go on from there. */
import { useRouter } from '@tanstack/react-router'
import { type RefObject, useEffect } from 'react'

let isTaken = false

/** Has the next move take the focus along, wherever it is: for what leads elsewhere and then gives its focus back. */
export function takeFocusAlong(): void {
  isTaken = true
}

/** After every move to another screen, focuses `main` unless something has the focus already. */
export function useFocusAfterMove(main: RefObject<HTMLElement | null>): void {
  const router = useRouter()
  useEffect(
    () =>
      router.subscribe('onRendered', ({ pathChanged, fromLocation }) => {
        // In a document that was just loaded, one begins at its top.
        if (!pathChanged || fromLocation === undefined) return
        const isInside = main.current?.contains(document.activeElement) && document.activeElement !== main.current
        if (document.activeElement === document.body || (isTaken && !isInside)) {
          main.current?.focus({ preventScroll: true })
        }
        isTaken = false
      }),
    [router, main],
  )
}
