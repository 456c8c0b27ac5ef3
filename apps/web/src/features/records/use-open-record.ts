/** Opens the records of a list: beside it where there is room for both, on their own page where there is not. */
import type { Model } from '@haykal/model'
import { useNavigate, useRouter } from '@tanstack/react-router'
import { useCallback, useEffect, useRef } from 'react'
import { isBeside } from './is-beside.ts'
import type { ListSearch } from './list-search.ts'

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** The record beside the list was opened from it: one step back, it is closed. */
    readonly isOpened?: boolean
  }
}

/** What one does with the records of a list. */
export interface OpenRecord {
  readonly open: (id: string) => void
  /** Shows another record in the panel if it is open; at once for one step, when the key is let go for many. */
  readonly follow: (id: string) => void
  /** Closes the panel. */
  readonly close: () => void
}

/** Steps that are closer to each other, in milliseconds, belong to one run through the rows. */
const runMs = 150

/** Ways to open the records of a model. `peek` is the id of the one that is open beside the list. */
export function useOpenRecord(model: Model, search: ListSearch, peek: string | undefined): OpenRecord {
  const navigate = useNavigate()
  const { history } = useRouter()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const steppedAt = useRef(0)
  useEffect(() => () => clearTimeout(timer.current), [])
  const params = { model: model.name }

  const open = useCallback(
    (id: string) => {
      if (!isBeside()) return void navigate({ to: '/$model/$id', params: { model: params.model, id } })
      // The second record takes the place of the first, so that back always closes the panel.
      const isOpen = peek !== undefined
      const state = isOpen ? true : { isOpened: true }
      void navigate({
        to: '/$model',
        params: { model: params.model },
        search: { ...search, peek: id },
        state,
        replace: isOpen,
      })
    },
    [navigate, params.model, search, peek],
  )
  const latest = useRef(open)
  useEffect(() => {
    latest.current = open
  })
  const follow = useCallback(
    (id: string) => {
      if (peek === undefined) return
      clearTimeout(timer.current)
      const now = performance.now()
      const isRun = now - steppedAt.current < runMs
      steppedAt.current = now
      if (isRun) timer.current = setTimeout(() => latest.current(id), runMs)
      else latest.current(id)
    },
    [peek],
  )
  const close = () => {
    clearTimeout(timer.current)
    if (history.location.state.isOpened) history.back()
    else void navigate({ to: '/$model', params, search, replace: true })
  }
  return { open, follow, close }
}
