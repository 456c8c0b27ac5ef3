/** Has what is typed into a form kept on this device, shortly after it was typed. */
import type { AnyRecord } from '@haykal/model'
import { useEffect, useState } from 'react'
import { contentOf } from './draft-content.ts'
import { type DraftPlace, dropDraft, keepDraft, newDraftName } from './kept-drafts.ts'
import type { RecordDraft } from './record-draft.ts'

/** Milliseconds from the last key to keeping. */
const pause = 400

/** What is kept, and where. */
export interface KeptForm {
  /** Undefined: nothing is kept. */
  readonly place: DraftPlace | undefined
  /** The name of the draft that is gone on with; undefined: a new one. */
  readonly name: string | undefined
  readonly draft: RecordDraft
  /** Values that a new record was begun with. */
  readonly given?: AnyRecord
}

/** Keeps the draft of a form as long as it is shown. The function that it gives forgets the draft, once it is saved or given up. */
export function useDraftKeeper({ place, name, draft, given = {} }: KeptForm): () => void {
  const [keeper] = useState(() => createKeeper(name ?? (place && newDraftName(place)), draft.values))
  useEffect(() => keeper.put(draft, given), [keeper, draft, given])
  useEffect(() => keeper.watch(), [keeper])
  return keeper.drop
}

interface Keeper {
  /** Keeps a draft in a moment, if something was typed since the last one. */
  readonly put: (draft: RecordDraft, given: AnyRecord) => void
  readonly drop: () => void
  /** Keeps at once what is left to keep when the page is put away; what it returns ends that. */
  readonly watch: () => () => void
}

function createKeeper(name: string | undefined, begun: AnyRecord): Keeper {
  let last = begun
  let waiting: (() => void) | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let isOver = name === undefined
  const flush = () => {
    clearTimeout(timer)
    waiting?.()
    waiting = undefined
  }
  const stop = () => {
    isOver = true
    waiting = undefined
    clearTimeout(timer)
  }
  /** Another window discarded it, or the person signed out there, which takes away the beginning of all their names: it must not come back. */
  const onStorage = ({ key, newValue }: StorageEvent) => {
    if (key === null || (newValue === null && name?.startsWith(key))) stop()
  }
  return {
    put(draft, given) {
      if (isOver || name === undefined || draft.values === last) return
      last = draft.values
      const now = new Date()
      clearTimeout(timer)
      waiting = () => {
        const content = contentOf(draft, given, now)
        if (content) keepDraft(name, content)
        else dropDraft(name)
      }
      timer = setTimeout(flush, pause)
    },
    drop() {
      stop()
      if (name !== undefined) dropDraft(name)
    },
    watch() {
      const ends = ['pagehide', 'visibilitychange'] as const
      for (const end of ends) window.addEventListener(end, flush, true)
      window.addEventListener('storage', onStorage)
      return () => {
        for (const end of ends) window.removeEventListener(end, flush, true)
        window.removeEventListener('storage', onStorage)
        flush()
      }
    },
  }
}
