/** The key that chooses the row that is meant: the one under the pointer, or the one on which the keys stand, whichever moved last. */
import { useEffect, useRef } from 'react'
import { useKeys } from '../keys/use-keys.ts'

/** Binds the key. */
export function useChooseKey(toggle: (row: number) => void): void {
  const isPointing = useRef(false)
  useEffect(() => {
    const onMove = () => {
      isPointing.current = true
    }
    const onKey = ({ key }: KeyboardEvent) => {
      if (/^([jk]|Arrow|Page|Home|End)/i.test(key)) isPointing.current = false
    }
    window.addEventListener('pointermove', onMove)
    window.addEventListener('keydown', onKey)
    return () => {
      window.removeEventListener('pointermove', onMove)
      window.removeEventListener('keydown', onKey)
    }
  }, [])
  const choose = () => {
    const row = (isPointing.current ? rowOf(':hover') : undefined) ?? rowOf('[data-active]') ?? rowOf(':hover')
    if (row !== undefined) toggle(row)
  }
  useKeys({ choose })
}

/** The number of the row that a selector is about. */
function rowOf(selector: string): number | undefined {
  const found = document.querySelector(`[role=grid] [role=row]:not(:has([role=columnheader]))${selector}`)
  const index = found?.getAttribute('aria-rowindex')
  return index == null ? undefined : Number(index) - 2
}
