/** The last of what was done to a record, at the foot of its fields; asked for when it comes into sight, and so is its code. */
import { useLocale } from '@haykal/messages/react'
import type { Model } from '@haykal/model'
import { buttonClass } from '@haykal/ui/button/button.tsx'
import { Skeleton } from '@haykal/ui/skeleton/skeleton.tsx'
import { Link } from 'haykal/web'
import { type ComponentType, lazy, Suspense, useEffect, useRef, useState } from 'react'
import { withTexts } from '../preferences/shown-preferences.ts'
import styles from '../record/children.module.css'
import { historyPath } from './history-path.ts'
import type { LatestChangesProps } from './latest-changes.tsx'

const loadLatest = withTexts(() => import('./latest-changes.tsx'))

const LatestChanges = lazy(async (): Promise<{ readonly default: ComponentType<LatestChangesProps> }> => {
  try {
    return { default: (await loadLatest()).LatestChanges }
  } catch {
    // Without a connection the record is read all the same.
    return { default: () => null }
  }
})

/** Which record. */
export interface HistoryFootProps {
  readonly model: Model
  readonly id: string
}

/** The foot. */
export function HistoryFoot({ model, id }: HistoryFootProps) {
  const { t } = useLocale()
  const foot = useRef<HTMLElement>(null)
  const [isNear, setNear] = useState(false)
  useEffect(() => {
    const element = foot.current
    if (!element) return
    const observer = new IntersectionObserver(([entry]) => {
      if (!entry?.isIntersecting) return
      setNear(true)
      observer.disconnect()
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  const title = t('record.history')
  return (
    <section ref={foot} className={styles.children} aria-label={title}>
      <header className={styles.head}>
        <h2>{title}</h2>
        <span className={styles.grow} />
        <Link to={historyPath(model.name, id)} className={buttonClass({ variant: 'quiet' })}>
          {t('record.allHistory')}
        </Link>
      </header>
      {isNear && (
        <Suspense fallback={<Skeleton width="60%" />}>
          <LatestChanges model={model} id={id} />
        </Suspense>
      )}
    </section>
  )
}
