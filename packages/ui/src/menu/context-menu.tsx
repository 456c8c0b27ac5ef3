/** A list of commands that opens where one points, or at what the keys are at; moved through like every menu. */
import { useEffect, useLayoutEffect, useRef } from 'react'
import { classNames } from '../class-names.ts'
import popoverStyles from '../popover/popover.module.css'
import styles from './menu.module.css'
import { itemsOf, type MenuSection, moveFocus, Sections } from './menu.tsx'

/** A place on the screen, in pixels from its upper left corner. */
export interface ScreenPoint {
  readonly x: number
  readonly y: number
}

/** The properties of the menu. It is open as long as it is rendered. */
export interface ContextMenuProps {
  /** What it is, for screen readers. */
  readonly label: string
  readonly at: ScreenPoint
  readonly sections: readonly MenuSection[]
  readonly onClose: () => void
}

/** How far from the edges of the screen it stays. */
const margin = 8

/** The menu. */
export function ContextMenu({ label, at, sections, onClose }: ContextMenuProps) {
  const menu = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const element = menu.current
    if (!element) return
    if (!element.matches(':popover-open')) element.showPopover()
    standAt(element, at)
  }, [at])
  // Other commands in the same menu: one begins at the first of them.
  const first = sections[0]?.key
  useEffect(() => {
    if (first !== undefined && menu.current) itemsOf(menu.current)[0]?.focus()
  }, [first])
  return (
    <div
      ref={menu}
      popover="auto"
      role="menu"
      aria-label={label}
      tabIndex={-1}
      className={classNames(popoverStyles.popover, styles.context)}
      onKeyDown={moveFocus}
      onToggle={(event) => {
        if (event.newState === 'closed') onClose()
      }}
    >
      <Sections sections={sections} onDone={() => menu.current?.hidePopover()} />
    </div>
  )
}

/** Beside the point, on the side where it fits. */
function standAt(element: HTMLElement, { x, y }: ScreenPoint): void {
  const { offsetWidth: width, offsetHeight: height } = element
  const isRightToLeft = getComputedStyle(element).direction === 'rtl'
  const start = isRightToLeft ? innerWidth - x : x
  const [block, inline] = [Math.min(y, innerHeight - height - margin), Math.min(start, innerWidth - width - margin)]
  element.style.setProperty('--block', `${Math.max(margin, block)}px`)
  element.style.setProperty('--inline', `${Math.max(margin, inline)}px`)
}
