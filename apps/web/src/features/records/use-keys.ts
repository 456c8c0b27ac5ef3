/** Single keys that work anywhere on a screen, bound by their place on the keyboard: `j` is `j` on an Arabic layout too. */
import { useEffect, useRef } from 'react'

/** What a key does, by its physical code (`KeyJ`, `Slash`). */
export type KeyBinding = readonly [code: string, act: () => void]

/** Binds keys while the screen is there. They rest while one types, holds a modifier, or a dialog is open. */
export function useKeys(...keys: readonly KeyBinding[]): void {
  const latest = useRef(keys)
  useEffect(() => {
    latest.current = keys
  })
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const [, act] = latest.current.find(([code]) => code === event.code) ?? []
      if (!act || isMeantForOthers(event)) return
      event.preventDefault()
      act()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])
}

function isMeantForOthers(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return true
  const target = event.target instanceof Element ? event.target : null
  if (target?.closest('input, textarea, select, [contenteditable=""], [contenteditable="true"], [role="menu"]'))
    return true
  return document.querySelector('dialog[open], [popover]:popover-open') !== null
}
