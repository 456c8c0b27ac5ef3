/** Begins to choose with the card on which a finger rests: what pointing at a row does elsewhere. */
import { useEffect, useRef } from 'react'

/** How long, in milliseconds, as on the phones themselves. */
const restMs = 500
/** How far a finger may tremble meanwhile, in pixels. */
const trembles = 8

/** Calls with the number of the row whose card is held. */
export function useHeldCard(act: (row: number) => void): void {
  const latest = useRef(act)
  useEffect(() => {
    latest.current = act
  })
  useEffect(() => {
    let held: { readonly timer: ReturnType<typeof setTimeout>; readonly x: number; readonly y: number } | undefined
    const end = () => {
      clearTimeout(held?.timer)
      held = undefined
    }
    const listeners = {
      pointerdown: ({ target, clientX: x, clientY: y, isPrimary }: PointerEvent) => {
        end()
        const card = target instanceof Element ? target.closest('li[aria-posinset]:has(> a)') : null
        if (!card || !isPrimary) return
        const row = Number(card.getAttribute('aria-posinset')) - 1
        held = { timer: setTimeout(() => latest.current(row), restMs), x, y }
      },
      pointermove: ({ clientX, clientY }: PointerEvent) => {
        if (held && Math.hypot(clientX - held.x, clientY - held.y) > trembles) end()
      },
      pointerup: end,
      pointercancel: end,
      // The phone's own menu would lie over what comes of it.
      contextmenu: (event: MouseEvent) => held && event.preventDefault(),
    }
    const entries = Object.entries(listeners) as readonly (readonly [string, EventListener])[]
    for (const [name, listener] of entries) document.addEventListener(name, listener)
    return () => {
      end()
      for (const [name, listener] of entries) document.removeEventListener(name, listener)
    }
  }, [])
}
