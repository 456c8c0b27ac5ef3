/** The sign of Haykal: a frame, standing. */
import { classNames } from '@haykal/ui/class-names.ts'
import styles from './mark.module.css'

/** Its lines; index.html has the same, as it is shown before any code is there. */
export const frame = 'M6 23.5h20M9.5 23.5V12m13 11.5V12M7 12h18l-9-6.5zM16 23.5V16'

/** The sign; large in front of a form. */
export function Mark({ large = false }: { readonly large?: boolean }) {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" className={classNames(styles.mark, large && styles.large)}>
      <rect width="32" height="32" rx="8" className={styles.ground} />
      <path d={frame} className={styles.frame} />
    </svg>
  )
}
