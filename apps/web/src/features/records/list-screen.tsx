/** The list of a model: search, filters and order stand in the address; the records under them, as many as one cares to scroll through. */

import { useLocale } from '@haykal/messages/react'
import { labelIn, type ModelField } from '@haykal/model'
import { useNavigate } from '@tanstack/react-router'
import { useModelView } from '../boot/project-modules.ts'
import type { ModelAccess } from '../boot/use-boot.ts'
import { useTitle } from '../boot/use-title.ts'
import { FilterBar } from './filters/filter-bar.tsx'
import { ListBlank } from './list-blank.tsx'
import { ListFoot } from './list-foot.tsx'
import { ListHead } from './list-head.tsx'
import styles from './list-screen.module.css'
import { type ListSearch, nextSort } from './list-search.ts'
import { LockedBanner } from './locked-banner.tsx'
import { RecordCards } from './record-cards.tsx'
import { RecordGrid } from './record-grid.tsx'
import { useIsPhone } from './use-is-phone.ts'
import { useKeys } from './use-keys.ts'
import { useRecordList } from './use-record-list.ts'

/** The properties of the screen. */
export interface ListScreenProps extends ModelAccess {
  readonly search: ListSearch
}

/** The screen. */
export function ListScreen({ model, access, search }: ListScreenProps) {
  const { language } = useLocale()
  const navigate = useNavigate()
  const isPhone = useIsPhone()
  const view = useModelView(model.name)
  const list = useRecordList(model, search)
  const plural = labelIn(model.plural, language)
  const canCreate = access.can.create && access.closed === undefined
  useTitle(plural)

  const change = (next: ListSearch, { replace = false } = {}) => {
    void navigate({ to: '/$model', params: { model: model.name }, search: next, replace })
  }
  const open = (id: string) => void navigate({ to: '/$model/$id', params: { model: model.name, id } })
  const create = () => void navigate({ to: '/$model/-/new', params: { model: model.name } })
  const sortBy = (field: ModelField) => {
    const { sort, ...rest } = search
    const next = nextSort(sort, field.name)
    change(next === undefined ? rest : { ...rest, sort: next })
  }
  useKeys(...(canCreate ? [['KeyN', create] as const] : []))

  const isEmpty =
    list.error !== null || (list.window.total === 0 && !list.isPending) || (list.isPending && list.isPaused)
  const question = JSON.stringify([model.name, search])
  const shared = { model, view, list, label: plural, question, onOpen: open }
  return (
    <div className={styles.screen}>
      <ListHead model={model} search={search} list={list} canCreate={canCreate} onChange={change} onCreate={create} />
      <LockedBanner model={model} access={access} />
      <FilterBar model={model} search={search} onChange={change} onSort={isPhone ? sortBy : undefined} />
      {isEmpty ? (
        <ListBlank model={model} access={access} list={list} search={search} onCreate={create} onChange={change} />
      ) : isPhone ? (
        <RecordCards {...shared} />
      ) : (
        <RecordGrid {...shared} sort={search.sort} onSort={sortBy} />
      )}
      <ListFoot list={list} isAsked={search.q !== undefined || search.filter !== undefined} />
    </div>
  )
}
