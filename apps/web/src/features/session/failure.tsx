/** Says over a form at the door what no field of it can say. */
import styles from './door.module.css'

/** The sentences; nothing is shown where there are none. */
export function Failure({ texts }: { readonly texts: readonly string[] }) {
  if (texts.length === 0) return null
  return (
    <div className={styles.failure} role="alert">
      {texts.map((text) => (
        <p key={text}>{text}</p>
      ))}
    </div>
  )
}
