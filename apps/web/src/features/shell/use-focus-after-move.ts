/** Puts the focus into the new screen when the one before took it along: keyboard and screen reader go on from there. */
import { useRouter } from '@tanstack/react-router'
import { type RefObject, useEffect } from 'react'

/** After every move to another screen, focuses `main` unless something has the focus already. */
export function useFocusAfterMove(main: RefObject<HTMLElement | null>): void {
  const router = useRouter()
  useEffect(
    () =>
      router.subscribe('onRendered', ({ pathChanged }) => {
        if (pathChanged && document.activeElement === document.body) main.current?.focus({ preventScroll: true })
      }),
    [router, main],
  )
}
