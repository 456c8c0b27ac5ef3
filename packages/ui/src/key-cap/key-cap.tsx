/** Keys as they stand on the keyboard before the person: `⌘K` on a Mac, `Ctrl K` elsewhere. */
import styles from './key-cap.module.css'

/** The cap of a key, or of keys pressed together. For the eye alone: what it stands beside tells its keys by `aria-keyshortcuts`. */
export function KeyCap({ children }: { readonly children: string }) {
  return (
    <kbd className={styles.cap} aria-hidden="true">
      <bdi dir="ltr">{children}</bdi>
    </kbd>
  )
}
