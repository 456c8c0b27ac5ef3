/** The views of a list as tabs over it: the plain list first, then what was saved. */
import { useLocale } from '@haykal/messages/react'
import { labelIn, type Model } from '@haykal/model'
import { Banner } from '@haykal/ui/banner/banner.tsx'
import { classNames } from '@haykal/ui/class-names.ts'
import { Link } from '@tanstack/react-router'
import { useCurrentInSight } from '../../shell/use-current-in-sight.ts'
import { inSentence } from '../list-head.tsx'
import { type ListAt, plainId } from './list-at.ts'
import type { ListState } from './list-state.ts'
import { ViewActs } from './view-acts.tsx'
import styles from './view-bar.module.css'

/** The properties of the bar. */
export interface ViewBarProps {
  readonly model: Model
  readonly list: ListAt
  readonly onChange: (state: ListState, options?: { readonly replace?: boolean }) => void
}

/** The bar, with what there is to say about the view. */
export function ViewBar({ model, list, onChange }: ViewBarProps) {
  const { t, language } = useLocale()
  const { views, view, isMissing } = list
  const tabs = useCurrentInSight()
  const tab = (id: string | undefined, text: string) => (
    <Link
      key={id ?? ''}
      to="/$model"
      params={{ model: model.name }}
      search={id === undefined ? {} : { view: id }}
      className={styles.tab}
      activeProps={{}}
      // What the address holds beside the view changes nothing about which tab it is: it is told below.
      activeOptions={{ exact: true, includeSearch: true }}
      aria-current={id === view?.id || (!view && id === plainId(views)) ? 'page' : undefined}
    >
      <bdi>{text}</bdi>
    </Link>
  )
  return (
    <>
      <div className={classNames(styles.bar, !list.isChanged && styles.calm)}>
        <nav ref={tabs} className={styles.tabs} aria-label={t('viewActs.label')}>
          {tab(plainId(views), t('viewActs.all', { models: inSentence(labelIn(model.plural, language)) }))}
          {views.all.map(({ id, name }) => tab(id, name))}
        </nav>
        <ViewActs model={model} list={list} onChange={onChange} />
      </div>
      {isMissing && <Banner icon="info">{t('viewActs.missing')}</Banner>}
      {view?.isPartial && <Banner icon="info">{t('viewActs.partial')}</Banner>}
    </>
  )
}
