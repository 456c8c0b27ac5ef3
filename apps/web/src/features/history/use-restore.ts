/** Gives a record the values back that it had after one of its changes; asks again where somebody has changed them meanwhile. */
import type { RecordReply } from '@haykal/contract'
import { useLocale } from '@haykal/messages/react'
import { type AnyRecord, type Conflict, isSettable, type Model } from '@haykal/model'
import { showToast } from '@haykal/ui/toast/toasts.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useClient } from 'haykal/web'
import { useState } from 'react'
import { conflictOf } from '../record/conflict-of.ts'
import { refusalText } from '../record/refusal-text.ts'
import { recordOptions } from '../records/one-record.ts'
import { recordsKey } from '../records/record-pages.ts'
import { tellChange } from './tell-change.ts'

/** What is to come back. */
export interface RestoreWish {
  /** The id of the change. */
  readonly change: string
  /** Only these fields; absent: all. */
  readonly fields?: readonly string[]
}

/** The record as the person sees it. */
export interface RestoredRecord {
  readonly model: Model
  readonly id: string
  readonly title: string
  /** Undefined: not there, so that nothing can come back into it. */
  readonly record: RecordReply | undefined
}

interface Clash {
  readonly wish: RestoreWish
  readonly base: AnyRecord
  readonly conflict: Conflict
}

/** The ways to restore. */
export function useRestore({ model, id, title, record }: RestoredRecord) {
  const { t, locale } = useLocale()
  const client = useClient()
  const queries = useQueryClient()
  const [clash, setClash] = useState<Clash>()

  const restore = async (wish: RestoreWish, base: AnyRecord) => {
    try {
      const body = { ...wish, base }
      const reply = await client.call('restoreRecord', { path: { model: model.name, id }, body })
      queries.setQueryData(recordOptions(client, model.name, id).queryKey, reply)
      void queries.invalidateQueries({ queryKey: recordsKey(model.name) })
      const { changeSet } = reply.meta
      tellChange({ changeSet, text: t(changeSet ? 'history.restored' : 'history.isSo', { title }) })
    } catch (error) {
      const conflict = conflictOf(error)
      if (conflict) return setClash({ wish, base, conflict })
      showToast({ text: t('history.notRestored', { title, reason: refusalText({ t, locale }, error) }) })
    }
  }

  return {
    begin: (wish: RestoreWish) => void (record && restore(wish, seenIn(model, record, wish.fields))),
    conflict: clash?.conflict,
    /** What others wrote meanwhile is known now, and is to give way. */
    insist: () => {
      if (!clash) return
      setClash(undefined)
      const theirs = Object.entries(clash.conflict).map(([name, { theirs: value }]) => [name, value] as const)
      void restore(clash.wish, { ...clash.base, ...Object.fromEntries(theirs) })
    },
    giveUp: () => {
      setClash(undefined)
      void queries.invalidateQueries({ queryKey: recordsKey(model.name) })
    },
  }
}

/** What the person sees in the fields that would be written. */
function seenIn(model: Model, { data }: RecordReply, names: readonly string[] | undefined): AnyRecord {
  const fields = model.fields.filter((field) => names?.includes(field.name) ?? isSettable(field, 'edit'))
  return Object.fromEntries(fields.map(({ name }) => [name, data[name] ?? null]))
}
