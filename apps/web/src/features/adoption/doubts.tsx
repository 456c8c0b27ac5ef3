/** What there is to know of a table, each doubt as a sentence; of many, the first few at once. */
import { useLocale } from '@haykal/messages/react'
import type { Doubt } from '@haykal/model'
import styles from './adoption.module.css'

/** How many are told at once. */
const shownAtOnce = 3

/** The doubts; nothing where there are none. `all`: however many there are. */
export function Doubts({ doubts, all = false }: { readonly doubts: readonly Doubt[]; readonly all?: boolean }) {
  const { t } = useLocale()
  if (doubts.length === 0) return null
  // One more would take the room of the line that says that there is one more.
  const first = all || doubts.length <= shownAtOnce + 1 ? doubts : doubts.slice(0, shownAtOnce)
  const rest = doubts.slice(first.length)
  return (
    <>
      <Sentences doubts={first} />
      {rest.length > 0 && (
        <details className={styles.more}>
          <summary>{t('adoption.moreDoubts', { count: rest.length })}</summary>
          <Sentences doubts={rest} />
        </details>
      )}
    </>
  )
}

function Sentences({ doubts }: { readonly doubts: readonly Doubt[] }) {
  const { t } = useLocale()
  return (
    <ul className={styles.doubts}>
      {doubts.map((doubt) => (
        <li key={JSON.stringify(doubt)}>{t.doubt(doubt)}</li>
      ))}
    </ul>
  )
}
