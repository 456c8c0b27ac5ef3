/** The grounds, inks and tones that everything is drawn with. */
import type { CSSProperties } from 'react'
import styles from '../gallery.module.css'

const pairs: readonly (readonly [ground: string, ink: string])[] = [
  ['ground', 'ink'],
  ['surface', 'ink'],
  ['surface', 'ink-2'],
  ['surface', 'ink-3'],
  ['raised', 'ink'],
  ['sunken', 'ink-2'],
  ['sunken', 'ink-3'],
  ['accent', 'accent-ink'],
  ['accent-strong', 'accent-ink'],
  ['accent-soft', 'accent-text'],
  ['good-soft', 'good'],
  ['warn-soft', 'warn'],
  ['bad-soft', 'bad'],
  ['bad', 'bad-ink'],
  ['info-soft', 'info'],
  ['plum-soft', 'plum'],
]

/** Each ink on each ground that it is used on. */
export function Colours() {
  return (
    <div className={styles.swatches}>
      {pairs.map(([ground, ink]) => {
        const style: CSSProperties = { background: `var(--${ground})`, color: `var(--${ink})` }
        return (
          <div key={`${ground} ${ink}`} className={styles.swatch} style={style}>
            <span>{ink}</span>
            <span>{ground}</span>
          </div>
        )
      })}
    </div>
  )
}
