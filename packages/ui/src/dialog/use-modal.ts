/** Holds a dialog of the browser's own open for as long as it is rendered: it keeps the focus inside and gives it back. */
import { type PointerEvent, type RefObject, type SyntheticEvent, useLayoutEffect, useRef } from 'react'

/** What a `<dialog>` is given. */
export interface Modal {
  readonly ref: RefObject<HTMLDialogElement | null>
  readonly onCancel: (event: SyntheticEvent) => void
  readonly onPointerDown: (event: PointerEvent) => void
}

/** The properties of a modal dialog. `onClose` is called when the person leaves with Esc, or presses beside it; with `stays` only with Esc. */
export function useModal(onClose: () => void, { stays = false } = {}): Modal {
  const ref = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => {
    const element = ref.current
    element?.showModal()
    return () => element?.close()
  }, [])
  return {
    ref,
    onCancel(event) {
      // It goes when it is not rendered any more, not before.
      event.preventDefault()
      onClose()
    },
    onPointerDown(event) {
      if (!stays && event.target === ref.current) onClose()
    },
  }
}
