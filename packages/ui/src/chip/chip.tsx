/** A filter as a readable sentence: field, condition, value, and a cross that takes it away. */
import type { ReactNode } from 'react'
import { Icon } from '../icon/icon.tsx'
import styles from './chip.module.css'

/** The properties of a chip. */
export interface ChipProps {
  readonly field: ReactNode
  /** Absent where the words before say it all. */
  readonly operator?: ReactNode
  /** Absent where the condition says it all ("is empty"). */
  readonly value?: ReactNode
  /** What the cross does, for screen readers. */
  readonly removeLabel: string
  readonly onRemove: () => void
  /** Wraps the words, for instance in the button that opens them for change; absent: they cannot be pressed. */
  readonly wrap?: (words: ReactNode, className: string) => ReactNode
}

/** A chip. */
export function Chip({ field, operator, value, removeLabel, onRemove, wrap }: ChipProps) {
  const words = (
    <>
      <span>{field}</span>
      {operator !== undefined && <span className={styles.operator}>{operator}</span>}
      {value !== undefined && (
        <span className={styles.value}>
          <bdi>{value}</bdi>
        </span>
      )}
    </>
  )
  const className = styles.words ?? ''
  return (
    <span className={styles.chip}>
      {wrap ? wrap(words, className) : <span className={className}>{words}</span>}
      <button
        type="button"
        className={styles.remove}
        aria-label={removeLabel}
        data-tooltip={removeLabel}
        onClick={onRemove}
      >
        <Icon name="close" />
      </button>
    </span>
  )
}
