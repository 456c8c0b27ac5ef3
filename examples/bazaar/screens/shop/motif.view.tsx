/** An ornament in the place of a photograph: one colour and one star for a family, small differences for its members. */
import { type CSSProperties, useId } from 'react'
import styles from './shop.module.css'
import { starPath } from './star.ts'

const stars = [8, 6, 12, 10, 5, 16]

/** The ornament; says nothing that the name beside it does not. */
export function Motif({ family, member }: { readonly family: number; readonly member: number }) {
  const pattern = useId()
  const points = stars[family % stars.length] ?? 8
  const depth = 0.52 + (member % 5) * 0.08
  const turn = (member * 360) / (points * 3)
  const hue = { '--hue': (family * 47) % 360 } as CSSProperties
  return (
    <svg
      className={styles.tile}
      style={hue}
      viewBox="-60 -42 120 84"
      preserveAspectRatio="xMidYMid slice"
      aria-hidden="true"
    >
      <pattern
        id={pattern}
        width="24"
        height="24"
        patternUnits="userSpaceOnUse"
        patternTransform={`rotate(${45 * (family % 2)})`}
      >
        <path d={starPath(points, 12, depth)} transform="translate(12 12)" className={styles.weave} />
      </pattern>
      <rect x="-60" y="-42" width="120" height="84" fill={`url(#${pattern})`} />
      <path d={starPath(points, 29, depth)} transform={`rotate(${turn})`} className={styles.star} />
      <path d={starPath(points, 18, depth)} transform={`rotate(${turn + 180 / points})`} className={styles.heart} />
    </svg>
  )
}
