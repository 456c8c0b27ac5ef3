/** Opens the records of a list: beside it where there is room for both, on their own page where there is not. */
import type { Model } from '@haykal/model'
import { useNavigate, useRouter } from '@tanstack/react-router'
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import { isBeside } from './is-beside.ts'
import type { ListAddress } from './list-search.ts'

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
export function useOpenRecord(model: Model, search: ListAddress, peek: string | undefined): OpenRecord {
  const navigate = useNavigate()
  const { history } = useRouter()
  const steppedAt = useRef(0)
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
  const later = useLater(latest)
  const follow = useCallback(
    (id: string) => {
      if (peek === undefined) return
      later.forget()
      const now = performance.now()
      const isRun = now - steppedAt.current < runMs
      steppedAt.current = now
      if (isRun) later.put(id)
      else latest.current(id)
    },
    [peek, later],
  )
  const close = () => {
    later.forget()
    if (history.location.state.isOpened) history.back()
    else void navigate({ to: '/$model', params, search, replace: true })
  }
  return { open, follow, close }
}

/** Puts off the opening of a record as long as a key is held; another key finds it opened. */
function useLater(open: RefObject<(id: string) => void>) {
  const [later] = useState(() => {
    let waiting: string | undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    const forget = () => {
      clearTimeout(timer)
      waiting = undefined
    }
    const flush = () => {
      const id = waiting
      forget()
      if (id !== undefined) open.current(id)
    }
    const put = (id: string) => {
      waiting = id
      timer = setTimeout(flush, runMs)
    }
    return { put, forget, flush }
  })
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!event.repeat) later.flush()
    }
    window.addEventListener('keydown', onKeyDown, { capture: true })
    window.addEventListener('keyup', later.flush)
    return () => {
      later.forget()
      window.removeEventListener('keydown', onKeyDown, { capture: true })
      window.removeEventListener('keyup', later.flush)
    }
  }, [later])
  return later
}
