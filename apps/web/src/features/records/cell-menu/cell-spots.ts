/** Finds out which cell somebody asks for a menu of: by the right button, by the menu key or Shift+F10, or with a finger that stays. */
import type { ScreenPoint } from '@haykal/ui/menu/context-menu.tsx'

/** What a menu was asked for. */
export interface CellSpot {
  readonly row: number
  /** The name of the field; undefined: the row as a whole. */
  readonly field: string | undefined
  readonly at: ScreenPoint
}

/** Milliseconds until a finger that stays where it is means a menu, and the pixels that it may move meanwhile. */
const pressing = { time: 500, distance: 10 } as const

/** Where menus are asked for. */
export interface SpotArea {
  readonly element: HTMLElement
  /** A finger that stays on a card means something else: it begins to choose. */
  readonly areCardsChosen: boolean
}

/** Calls `onAsk` for each menu that is asked for inside of an area. Gives what stops it. */
export function followSpots({ element: area, areCardsChosen }: SpotArea, onAsk: (spot: CellSpot) => void): () => void {
  const listening = new AbortController()
  const options = { signal: listening.signal, capture: true }
  let press: { readonly timer: ReturnType<typeof setTimeout>; readonly at: ScreenPoint } | undefined
  /** The finger that opened the menu is still there: lifting it presses nothing. */
  let isHeld = false
  const stop = () => {
    clearTimeout(press?.timer)
    press = undefined
  }

  area.addEventListener(
    'contextmenu',
    (event) => {
      const target = event.target as Element
      const isFinger = press !== undefined || isHeld
      // The browser's own menu knows more of links and of marked text.
      if (!isFinger && (target.closest('a, input') || !window.getSelection()?.isCollapsed)) return
      const found = spotAt(target, { x: event.clientX, y: event.clientY })
      if (!found) return
      event.preventDefault()
      if (!isFinger) onAsk(found)
    },
    options,
  )
  area.addEventListener(
    'keydown',
    (event) => {
      const isAsked = event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)
      const grid = isAsked && event.target instanceof Element ? event.target.closest('[role=grid]') : null
      const row = grid && document.getElementById(grid.getAttribute('aria-activedescendant') ?? '')
      const found = row && spotAt(row, pointIn(row))
      if (!found) return
      event.preventDefault()
      onAsk(found)
    },
    options,
  )
  area.addEventListener(
    'pointerdown',
    (event) => {
      isHeld = false
      if (event.pointerType !== 'touch') return
      if (areCardsChosen && (event.target as Element).closest('[aria-posinset]')) return
      const at = { x: event.clientX, y: event.clientY }
      const found = spotAt(event.target as Element, at)
      if (!found) return
      const timer = setTimeout(() => {
        press = undefined
        isHeld = true
        onAsk(found)
      }, pressing.time)
      press = { timer, at }
    },
    options,
  )
  area.addEventListener(
    'pointermove',
    ({ clientX, clientY }) => {
      if (press && Math.hypot(clientX - press.at.x, clientY - press.at.y) > pressing.distance) stop()
    },
    options,
  )
  for (const end of ['pointerup', 'pointercancel'] as const) area.addEventListener(end, stop, options)
  area.addEventListener(
    'click',
    (event) => {
      if (!isHeld) return
      isHeld = false
      event.preventDefault()
      event.stopPropagation()
    },
    options,
  )
  return () => {
    stop()
    listening.abort()
  }
}

/** What stands at a place: a cell of the grid, or a card. */
function spotAt(target: Element, at: ScreenPoint): CellSpot | undefined {
  const row = target.closest('[role=row][aria-rowindex], [aria-posinset]')
  if (!row) return undefined
  const [index, posInSet] = [row.getAttribute('aria-rowindex'), row.getAttribute('aria-posinset')]
  const number = index === null ? Number(posInSet) - 1 : Number(index) - 2
  const field = target.closest('[data-field]')?.getAttribute('data-field') ?? undefined
  return number < 0 ? undefined : { row: number, field, at }
}

/** A little inside of a row, at the side where one begins to read. */
function pointIn(row: Element): ScreenPoint {
  const { x, width, bottom } = row.getBoundingClientRect()
  return { x: getComputedStyle(row).direction === 'rtl' ? x + width - 48 : x + 48, y: bottom }
}
