/** What stands around the children of a record: what they are, how many, the way to all of them and to a new one. */
import type { BootModel, RecordPage } from '@haykal/contract'
import { useLocale } from '@haykal/messages/react'
import { type AnyRecord, labelIn, type Model } from '@haykal/model'
import { buttonClass } from '@haykal/ui/button/button.tsx'
import { Icon } from '@haykal/ui/icon/icon.tsx'
import { Skeleton } from '@haykal/ui/skeleton/skeleton.tsx'
import { Link } from 'haykal/web'
import type { ReactNode } from 'react'
import { inSentence } from '../records/list-head.tsx'
import { filteredPath } from '../records/pointer.ts'
import { listPath } from '../shell/navigation.ts'
import styles from './children.module.css'

/** The properties of the panel. */
export interface ChildrenPanelProps {
  /** The model of the children. */
  readonly model: Model
  readonly access: BootModel
  /** The values of the fields that point to the parent. */
  readonly where: AnyRecord
  readonly title: string
  readonly answer: {
    readonly data: RecordPage | undefined
    readonly isPending: boolean
    readonly isError: boolean
  }
  /** Shows a page of children that is not empty. */
  readonly children: (page: RecordPage) => ReactNode
}

/** The panel. */
export function ChildrenPanel({ model, access, where, title, answer, children }: ChildrenPanelProps) {
  const { t, language, format } = useLocale()
  const { data: page, isPending, isError } = answer
  const count = page?.meta.count ?? undefined
  const isBounded = page?.meta.countKind === 'bounded'
  const canCreate = access.can.create && access.closed === undefined
  return (
    <section className={styles.children} aria-label={title}>
      <header className={styles.head}>
        <h2>
          <bdi>{title}</bdi>
        </h2>
        {count !== undefined && (
          <span className={styles.count}>{isBounded ? t('list.countOver', { count }) : format.number(count)}</span>
        )}
        <span className={styles.grow} />
        {canCreate && (
          <Link to={newChildPath(model, where)} className={buttonClass({ variant: 'quiet' })}>
            <Icon name="plus" />
            {t('record.addChild', { model: inSentence(labelIn(model.label, language)) })}
          </Link>
        )}
      </header>
      {isPending && <Skeleton width="60%" />}
      {isError && <p role="alert">{t('record.childrenError')}</p>}
      {page && page.data.length === 0 && <p className={styles.none}>{t('record.noChildren')}</p>}
      {page && page.data.length > 0 && <div className={styles.scroll}>{children(page)}</div>}
      {page && count !== undefined && count > page.data.length && (
        <Link to={filteredPath({ target: model, where })} className={styles.all}>
          {isBounded ? t('record.allChildrenOver') : t('record.allChildren', { count })}
        </Link>
      )}
    </section>
  )
}

/** The form for a new child, with its parent filled in. */
function newChildPath(model: Model, where: AnyRecord): string {
  const given = Object.entries(where).map(
    ([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`,
  )
  return `${listPath(model.name)}/-/new?${given.join('&')}`
}
