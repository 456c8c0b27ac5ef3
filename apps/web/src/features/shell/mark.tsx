/** The sign of Haykal: a frame, standing. */
import { classNames } from '@haykal/ui/class-names.ts'
import styles from './mark.module.css'

/** The sign; large in front of a form. */
export function Mark({ large = false }: { readonly large?: boolean }) {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" className={classNames(styles.mark, large && styles.large)}>
      <rect width="32" height="32" rx="8" className={styles.ground} />
      <path d="M6 23.5h20M9.5 23.5V12m13 11.500V12M7 12h18l-9-6.500zM16 23.5V16" className={styles.frame} />
    </svg>
  )
}
