/** Keeps a popover where it opened: what is done in it moves the button that it hangs on, and it must not move under the pointer. */
import { type RefObject, useLayoutEffect } from 'react'

/** Keeps the popover around an element; it may be as high as there is room below. A sheet, which hangs on nothing, is left alone. */
export function useKeptPlace(inside: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const popover = inside.current?.closest<HTMLElement>('[popover]')
    if (!popover) return
    const { positionArea, direction } = getComputedStyle(popover)
    if (!positionArea || positionArea === 'none') return
    const { left, right, top } = popover.getBoundingClientRect()
    const start = direction === 'rtl' ? document.documentElement.clientWidth - right : left
    Object.assign(popover.style, {
      positionArea: 'none',
      inset: 'auto',
      margin: '0',
      insetBlockStart: `${top}px`,
      insetInlineStart: `${start}px`,
      maxBlockSize: `calc(100dvh - ${top}px - var(--space-4))`,
    })
    return () => popover.removeAttribute('style')
  }, [inside])
}
