/** What scrolls under the head of a record: its title and its fields. */
import { type ReactNode, useLayoutEffect, useRef } from 'react'
import styles from './record.module.css'
import { useRecordPlace } from './record-place.ts'

/** The properties of the body. */
export interface RecordBodyProps {
  /** What it holds, for those who come to it by keyboard to read it; absent: a form, whose inputs are come to. */
  readonly label?: string
  /** Takes the focus when it appears. */
  readonly takesFocus?: boolean
  readonly children: ReactNode
}

/** The body. */
export function RecordBody({ label, takesFocus = false, children }: RecordBodyProps) {
  const body = useRef<HTMLDivElement>(null)
  const place = useRecordPlace()
  const scroll = place?.scroll
  useLayoutEffect(() => {
    const element = body.current
    if (!element || !scroll) return
    element.scrollTop = scroll.current
    return () => {
      scroll.current = element.scrollTop
    }
  }, [scroll])
  useLayoutEffect(() => {
    if (takesFocus) body.current?.focus({ preventScroll: true })
  }, [takesFocus])
  // Long records are read with the keyboard too, also where nothing in them can be pressed.
  const scrollable = label !== undefined && {
    role: 'group',
    tabIndex: 0,
    'aria-label': label,
    'data-peek': place?.isPeek,
  }
  return (
    <div ref={body} {...scrollable} className={styles.body}>
      {children}
    </div>
  )
}
