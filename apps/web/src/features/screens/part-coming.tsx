/** What stands in the place of a part that is on its way. */
import { useLocale } from '@haykal/messages/react'
import { useEffect, useState } from 'react'
import { partMissed } from './lazy-part.ts'
import styles from './part-coming.module.css'

/** The place; says why nothing comes once it could not be fetched. `className`: the look of the part itself; absent: that of a small panel. */
export function PartComing({ className = styles.waiting }: { readonly className?: string | undefined }) {
  const { t } = useLocale()
  const [isMissed, setMissed] = useState(false)
  useEffect(() => {
    const onMissed = () => setMissed(true)
    window.addEventListener(partMissed, onMissed)
    return () => window.removeEventListener(partMissed, onMissed)
  }, [])
  return (
    <div className={className} aria-busy="true">
      {isMissed && <p role="status">{t('error.offline')}</p>}
    </div>
  )
}
