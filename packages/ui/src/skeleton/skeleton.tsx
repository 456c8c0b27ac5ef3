/** The shape of a text that is still on its way. */
import type { CSSProperties } from 'react'
import styles from './skeleton.module.css'

/** A grey bar; `width` as CSS writes it. */
export function Skeleton({ width }: { readonly width?: string }) {
  const size = width === undefined ? undefined : ({ '--width': width } as CSSProperties)
  return <span className={styles.skeleton} style={size} aria-hidden="true" />
}
