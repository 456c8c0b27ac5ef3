/** Keeps what is current in sight among many: one of two hundred lists, one of many views. */
import { useLocation } from '@tanstack/react-router'
import { type RefObject, useEffect, useRef } from 'react'

/** The ref of a part with links in it: whenever another of them has become the current one, it is scrolled to. */
export function useCurrentInSight(): RefObject<HTMLElement | null> {
  const around = useRef<HTMLElement>(null)
  const shown = useRef<Element>(null)
  useLocation({ select: ({ pathname }) => pathname })
  // The links themselves know which one is current, and mark it: it is looked for whenever one may have gone elsewhere.
  useEffect(() => {
    const current = around.current?.querySelector('[aria-current]') ?? null
    if (current === shown.current) return
    shown.current = current
    current?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  })
  return around
}
