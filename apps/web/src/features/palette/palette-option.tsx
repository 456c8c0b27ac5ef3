/** One line of the palette: what it is, what was found in it, and how to come to it without the palette. */
import { Avatar } from '@haykal/ui/avatar/avatar.tsx'
import { classNames } from '@haykal/ui/class-names.ts'
import { Icon } from '@haykal/ui/icon/icon.tsx'
import { KeyCap } from '@haykal/ui/key-cap/key-cap.tsx'
import { type MouseEvent, useEffect, useRef } from 'react'
import { keyText } from '../keys/key-text.ts'
import { partsOf } from './found-parts.ts'
import styles from './palette.module.css'
import type { PaletteEntry } from './palette-entry.ts'

/** The properties of a line. */
export interface PaletteOptionProps {
  readonly id: string
  readonly entry: PaletteEntry
  /** What is looked for, folded. */
  readonly words: readonly string[]
  readonly isActive: boolean
  /** Whether the pointer has made it active, which must not make the list move under it. */
  readonly isPointed: boolean
  readonly onPoint: () => void
  /** Called with whether a new tab is wished for. */
  readonly onChoose: (inNewTab: boolean) => void
}

/** The line. */
export function PaletteOption({ id, entry, words, isActive, isPointed, onPoint, onChoose }: PaletteOptionProps) {
  const line = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isActive && !isPointed) line.current?.scrollIntoView({ block: 'nearest' })
  }, [isActive, isPointed])
  const press = (event: MouseEvent) => onChoose(event.ctrlKey || event.metaKey || event.button === 1)
  return (
    <div
      ref={line}
      id={id}
      role="option"
      aria-selected={isActive}
      tabIndex={-1}
      className={classNames(styles.option, isActive && styles.active)}
      onPointerMove={isActive ? undefined : onPoint}
      // The focus stays in the input.
      onMouseDown={(event) => event.preventDefault()}
      onClick={press}
      onAuxClick={press}
    >
      <span className={styles.sign}>{entry.icon ? <Icon name={entry.icon} /> : <Avatar name={entry.text} />}</span>
      <bdi className={styles.text}>
        <Marked text={entry.text} words={words} />
      </bdi>
      {entry.note && (
        <bdi className={styles.note}>
          <Marked text={entry.note} words={words} />
        </bdi>
      )}
      {entry.detail && <bdi className={styles.detail}>{entry.detail}</bdi>}
      {entry.keyName && (
        <span className={styles.key}>
          <KeyCap>{keyText(entry.keyName)}</KeyCap>
        </span>
      )}
      {!entry.keyName && isActive && (
        <span className={styles.enter} aria-hidden="true">
          ↵
        </span>
      )}
    </div>
  )
}

/** A text with what was looked for set apart. */
function Marked({ text, words }: { readonly text: string; readonly words: readonly string[] }) {
  return partsOf(text, words).map((part, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text have nothing else to be told by
    part.isFound ? <mark key={index}>{part.text}</mark> : <span key={index}>{part.text}</span>,
  )
}
