/** The head of a record's page: the way back to its list, and what can be done. */
import { useLocale } from '@haykal/messages/react'
import { labelIn, type Model } from '@haykal/model'
import { Icon } from '@haykal/ui/icon/icon.tsx'
import { Link } from 'haykal/web'
import type { ReactNode } from 'react'
import { listPath } from '../shell/navigation.ts'
import styles from './record.module.css'

/** The head; its children are the buttons. */
export function RecordHead({ model, children }: { readonly model: Model; readonly children?: ReactNode }) {
  const { language } = useLocale()
  return (
    <header className={styles.head}>
      <Link to={listPath(model.name)} className={styles.back}>
        <Icon name="back" />
        <bdi>{labelIn(model.plural, language)}</bdi>
      </Link>
      <span className={styles.grow} />
      {children}
    </header>
  )
}
