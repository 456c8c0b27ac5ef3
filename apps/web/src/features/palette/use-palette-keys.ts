/** Moves through the lines of the palette and chooses one: by keyboard while one types, or by pointing. */
import { useRouter } from '@tanstack/react-router'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { pressedKey } from '../keys/pressed-key.ts'
import { takeFocusAlong } from '../shell/use-focus-after-move.ts'
import type { PaletteEntry } from './palette-entry.ts'

/** What the keys work on. */
export interface PaletteKeysOptions {
  readonly entries: readonly PaletteEntry[]
  readonly text: string
  /** More may come. */
  readonly isPending: boolean
  /** What Enter was pressed after before the palette was there; undefined: nothing. */
  readonly sent: string | undefined
  readonly onClose: () => void
}

/** Lines that Page Up and Page Down go. */
const page = 7

const targets: { readonly [key: string]: (index: number, count: number) => number } = {
  ArrowDown: (index, count) => (index + 1) % count,
  ArrowUp: (index, count) => (index - 1 + count) % count,
  PageDown: (index, count) => Math.min(count - 1, index + page),
  PageUp: (index) => Math.max(0, index - page),
  Home: () => 0,
  End: (_, count) => count - 1,
}

/** The line that Enter chooses, and what moves it: the first one until one moves. */
export function usePaletteKeys({ entries, text, isPending, sent, onClose }: PaletteKeysOptions) {
  const router = useRouter()
  const [chosen, setChosen] = useState<{ readonly key: string; readonly text: string; readonly isPointed: boolean }>()
  // What was chosen among other results means nothing among these.
  const isKept = chosen?.text === text && entries.some(({ key }) => key === chosen.key)
  const active = isKept ? chosen.key : entries[0]?.key

  const choose = (entry: PaletteEntry, inNewTab: boolean) => {
    if (inNewTab && entry.href !== undefined) return void window.open(entry.href, '_blank', 'noopener')
    onClose()
    entry.act?.()
    if (entry.href === undefined) return
    takeFocusAlong()
    router.history.push(entry.href)
  }

  // Whoever types a number and presses Enter at once means what is about to be found.
  const isWanted = useRef(sent)
  const first = entries[0]
  useEffect(() => {
    if (isWanted.current !== text) isWanted.current = undefined
    else if (first) choose(first, false)
    else if (!isPending) isWanted.current = undefined
  })

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return
    if (pressedKey(event.nativeEvent) === 'palette') {
      event.preventDefault()
      return onClose()
    }
    const index = entries.findIndex(({ key }) => key === active)
    if (event.key === 'Enter') {
      event.preventDefault()
      const entry = entries[index]
      if (entry) choose(entry, event.ctrlKey || event.metaKey)
      else if (isPending) isWanted.current = text
      return
    }
    const target = event.shiftKey || event.altKey ? undefined : targets[event.key]
    if (!target || entries.length === 0) return
    event.preventDefault()
    const next = entries[target(index, entries.length)]
    if (next) setChosen({ key: next.key, text, isPointed: false })
  }

  return {
    active,
    isPointed: chosen?.isPointed ?? false,
    onKeyDown,
    choose,
    point: (key: string) => setChosen({ key, text, isPointed: true }),
  }
}
