/** Something small that opens at a button and closes when one looks elsewhere: the browser's own popover, placed by CSS anchors. */
import {
  type KeyboardEvent,
  type ReactNode,
  type Ref,
  type ToggleEvent,
  useCallback,
  useId,
  useImperativeHandle,
  useRef,
  useState,
} from 'react'
import { classNames } from '../class-names.ts'
import styles from './popover.module.css'

/** What the button that opens a popover takes over. */
export interface PopoverTrigger {
  readonly popoverTarget: string
  readonly 'aria-expanded': boolean
  readonly 'aria-controls': string
}

/** What others can do to a popover. */
export interface PopoverControl {
  close(): void
}

/** The properties of a popover. */
export interface PopoverProps {
  /** The button that opens it. */
  readonly trigger: (trigger: PopoverTrigger) => ReactNode
  /** Where it opens; absent: below, from the start edge of the button on. */
  readonly placement?: 'below' | 'belowEnd' | 'above'
  /** What it is, for screen readers. */
  readonly label: string
  /** `dialog` (absent) for anything; `menu` for a list of commands. */
  readonly role?: 'dialog' | 'menu'
  readonly onOpen?: (content: HTMLElement) => void
  readonly onKeyDown?: (event: KeyboardEvent<HTMLElement>) => void
  readonly ref?: Ref<PopoverControl>
  readonly className?: string | undefined
  /** The content; rendered only while it is open. */
  readonly children: (close: () => void) => ReactNode
}

/** A button with a popover. */
export function Popover(properties: PopoverProps) {
  const {
    trigger,
    placement = 'below',
    label,
    role = 'dialog',
    onOpen,
    onKeyDown,
    ref,
    className,
    children,
  } = properties
  const id = useId()
  const content = useRef<HTMLDivElement>(null)
  const [isOpen, setOpen] = useState(false)
  const close = useCallback(() => content.current?.hidePopover(), [])
  useImperativeHandle(ref, () => ({ close }), [close])

  const semantics = { role, 'aria-label': label, onKeyDown }
  const onToggle = (event: ToggleEvent<HTMLDivElement>) => {
    // React hands on what happens to a popover inside of this one.
    if (event.target !== event.currentTarget) return
    if (event.newState === 'open' && content.current) onOpen?.(content.current)
    // Only now: the browser gives the focus back as long as what has it is still there.
    if (event.newState === 'closed') setOpen(false)
    // It gives it back from the outermost popover only.
    if (event.newState === 'closed' && isNowhere(document.activeElement, event.currentTarget)) {
      document.querySelector<HTMLElement>(`[popovertarget="${CSS.escape(id)}"]`)?.focus()
    }
  }

  return (
    <>
      {trigger({ popoverTarget: id, 'aria-expanded': isOpen, 'aria-controls': id })}
      <div
        ref={content}
        id={id}
        popover="auto"
        {...semantics}
        tabIndex={-1}
        className={classNames(
          styles.popover,
          placement === 'belowEnd' && styles.end,
          placement === 'above' && styles.above,
          className,
        )}
        onBeforeToggle={(event) => {
          if (event.newState === 'open') setOpen(true)
        }}
        onToggle={onToggle}
      >
        {isOpen && children(close)}
      </div>
    </>
  )
}

/** Whether the focus is lost, or in what is not to be seen any more. */
function isNowhere(focused: Element | null, closed: HTMLElement): boolean {
  return focused === null || focused === document.body || closed.contains(focused)
}
