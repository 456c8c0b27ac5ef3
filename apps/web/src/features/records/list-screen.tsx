/** The list of a model: search, filters and order stand in the address; the records under them, as many as one cares to scroll through. */

import { Searched } from '@haykal/fields/views'
import { useLocale } from '@haykal/messages/react'
import { labelIn, type ModelField } from '@haykal/model'
import { useNavigate } from '@tanstack/react-router'
import { Suspense, useEffect, useRef, useState } from 'react'
import { useModelView } from '../boot/project-modules.ts'
import type { ModelAccess } from '../boot/use-boot.ts'
import { useTitle } from '../boot/use-title.ts'
import { useKeys } from '../keys/use-keys.ts'
import { CellMenus } from './cell-menu/cell-menu-chunk.ts'
import type { Choosing } from './choosing.ts'
import { FilterBar } from './filters/filter-bar.tsx'
import { useIsBeside } from './is-beside.ts'
import { ListBlank, loadListBlank } from './list-blank-chunk.ts'
import { ListFoot } from './list-foot.tsx'
import { ListHead } from './list-head.tsx'
import { ListNote } from './list-note-chunk.ts'
import { ListNotices } from './list-notices-chunk.ts'
import styles from './list-screen.module.css'
import { type ListAddress, type ListSearch, nextSort } from './list-search.ts'
import { Many } from './many-chunk.ts'
import { mayChoose } from './may-choose.ts'
import { RecordCards } from './record-cards-chunk.ts'
import { RecordGrid } from './record-grid.tsx'
import { loadRecordPeek, RecordPeek } from './record-peek-chunk.ts'
import { useIsPhone } from './use-is-phone.ts'
import { useMarking } from './use-marking.ts'
import { useOpenRecord } from './use-open-record.ts'
import { usePointAtRecord } from './use-point-at-record.ts'
import { useRecordList } from './use-record-list.ts'
import type { ListAt } from './views/list-at.ts'
import type { ListState } from './views/list-state.ts'
import { ViewBar } from './views/view-bar-chunk.ts'

/** The properties of the screen. */
export interface ListScreenProps extends ModelAccess {
  /** What the list is. */
  readonly list: ListAt
  /** Where it is. */
  readonly address: ListAddress
  /** The id of the record that is open beside the list; undefined: none is. */
  readonly peek: string | undefined
}

/** The screen. */
export function ListScreen({ model: own, access, list: at, address, peek }: ListScreenProps) {
  const { t, language } = useLocale()
  const navigate = useNavigate()
  const isPhone = useIsPhone()
  const isBeside = useIsBeside()
  const { search, state, shown: model } = at
  const view = useModelView(model.name)
  const list = useRecordList(model, search)
  const meta = list.pages?.[0]?.meta
  const { open, follow, close } = useOpenRecord(model, address, peek)
  const point = usePointAtRecord(model.name)
  const [choosing, setChoosing] = useState<Choosing>()
  const marking = useMarking(search.q)
  const plural = labelIn(model.plural, language)
  const canCreate = access.can.create && access.closed === undefined
  const isSettled = useSettled(!list.isPending)
  const area = useRef<HTMLDivElement>(null)

  const go = (next: ListState, { replace = false } = {}) => {
    const to = peek === undefined ? at.addressOf(next) : { ...at.addressOf(next), peek }
    void navigate({ to: '/$model', params: { model: model.name }, search: to, replace })
  }
  const { columns, density } = state
  const change = (next: ListSearch, options?: { readonly replace?: boolean }) =>
    go({ ...next, ...(columns && { columns }), ...(density && { density }) }, options)
  const create = () => void navigate({ to: '/$model/-/new', params: { model: model.name } })
  const sortBy = (field: ModelField) => {
    const { sort, ...rest } = search
    const next = nextSort(sort, field.name)
    change(next === undefined ? rest : { ...rest, sort: next })
  }
  useKeys({ create: canCreate ? create : undefined })

  const isEmpty =
    list.error !== null || (list.window.total === 0 && !list.isPending) || (list.isPending && list.isPaused)
  const shared = { model, view, list, label: plural, onPoint: point, choosing }
  const name = at.view === undefined ? plural : t('views.titled', { view: at.view.name, models: plural })
  return (
    <div className={styles.split}>
      {peek === undefined && <ScreenTitle name={name} />}
      <div ref={area} className={styles.screen} inert={peek !== undefined && !isBeside}>
        <ListHead
          model={model}
          savedView={at.view}
          search={search}
          list={list}
          canCreate={canCreate}
          onChange={change}
          onCreate={create}
          onChoose={isPhone ? choosing?.acts.begin : undefined}
        />
        <div className={styles.views}>
          {(isSettled || at.views.all.length > 0 || at.isMissing || at.isChanged) && (
            <Suspense>
              <ViewBar model={own} list={at} onChange={go} />
            </Suspense>
          )}
        </div>
        {(access.closed ?? meta?.reach) && (
          <Suspense fallback={<div className={styles.lockedRoom} />}>
            <ListNotices model={model} access={access} list={list} search={search} />
          </Suspense>
        )}
        <FilterBar model={model} search={search} onChange={change} onSort={isPhone ? sortBy : undefined} />
        {(meta?.bounded ?? meta?.hint) && (
          <Suspense>
            <ListNote list={list} />
          </Suspense>
        )}
        {list.isStale && <div className={styles.progress} aria-hidden="true" />}
        {isEmpty ? (
          <Suspense fallback={<div className={styles.waiting} />}>
            <ListBlank model={model} access={access} list={list} search={search} onCreate={create} onChange={change} />
          </Suspense>
        ) : (
          <Searched value={marking}>
            {isPhone ? (
              <Suspense fallback={<div className={styles.waiting} />}>
                <RecordCards {...shared} />
              </Suspense>
            ) : (
              <RecordGrid
                {...shared}
                key={state.density ?? ''}
                layout={state}
                onColumns={(next) => go({ ...state, columns: next }, { replace: true })}
                sort={search.sort}
                onSort={sortBy}
                peek={peek}
                onOpen={open}
                onFollow={follow}
              />
            )}
          </Searched>
        )}
        {isSettled && mayChoose(model, access) && (
          <Suspense>
            <Many model={model} access={access} search={search} list={list} onChange={setChoosing} onFilter={change} />
          </Suspense>
        )}
        {isSettled && (
          <Suspense>
            <CellMenus {...{ area, model, list, search }} areCardsChosen={choosing !== undefined} onChange={change} />
          </Suspense>
        )}
        <ListFoot
          model={model}
          sort={search.sort}
          list={list}
          isAsked={search.q !== undefined || search.filter !== undefined}
          isSettled={isSettled && !isEmpty}
        />
      </div>
      {peek !== undefined && (
        <Suspense fallback={<aside className={styles.peek} aria-busy="true" />}>
          <RecordPeek key={peek} model={model.name} id={peek} className={styles.peek} onClose={close} />
        </Suspense>
      )}
    </div>
  )
}

/** Names the screen, as long as no record does. */
function ScreenTitle({ name }: { readonly name: string }) {
  useTitle(name)
  return null
}

/** True once a list has stood for a moment, when the browser has nothing better to do: then the code that shows records is fetched. */
function useSettled(isReady: boolean): boolean {
  const [isSettled, setSettled] = useState(false)
  useEffect(() => {
    if (!isReady) return
    const timer = setTimeout(() => {
      setSettled(true)
      void loadRecordPeek().catch(() => undefined)
      void loadListBlank().catch(() => undefined)
    }, 600)
    return () => clearTimeout(timer)
  }, [isReady])
  return isSettled
}
