/** One of two or three options that fit beside each other: radio buttons that look like one switch. */
import { Icon } from '@haykal/ui/icon/icon.tsx'
import styles from './segments.module.css'

/** An option. */
export interface Segment<Value extends string> {
  readonly value: Value
  readonly text: string
  readonly icon?: string
}

/** The properties of the switch. */
export interface SegmentsProps<Value extends string> {
  /** The id of the group, as its frame gives it. */
  readonly id: string
  readonly value: Value
  readonly segments: readonly Segment<Value>[]
  readonly onChange: (value: Value) => void
}

/** The switch; it stands in a frame whose label names the group. */
export function Segments<Value extends string>({ id, value, segments, onChange }: SegmentsProps<Value>) {
  return (
    <div className={styles.segments}>
      {segments.map((segment) => (
        <label key={segment.value} className={styles.segment}>
          <input
            type="radio"
            name={id}
            className={styles.radio}
            checked={segment.value === value}
            onChange={() => onChange(segment.value)}
          />
          {segment.icon && <Icon name={segment.icon} />}
          {segment.text}
        </label>
      ))}
    </div>
  )
}
