/** Puts the lists of an adopted database into another order: seen at once, and saved one move after the other. */
import type { AdoptionReport } from '@haykal/contract'
import { useLocale } from '@haykal/messages/react'
import { isSameJson } from '@haykal/model'
import { showToast } from '@haykal/ui/toast/toasts.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useClient } from 'haykal/web'
import { useState } from 'react'
import { errorCode, errorText } from '../problems/error-text.ts'
import { adoptionOptions, bootAnew } from './adoption-options.ts'
import { movedOrder } from './adoption-summary.ts'

/** The order and what changes it. */
export interface Arranging {
  /** The names of the models, as the person wants them. */
  readonly order: readonly string[]
  /** Whether an owner has put them into an order of their own. */
  readonly isArranged: boolean
  readonly move: (name: string, by: number) => readonly string[]
  /** Gives the order up for the guessed one. */
  readonly reset: () => void
}

/** The order of a report. */
export function useArrange(report: AdoptionReport): Arranging {
  const { t } = useLocale()
  const client = useClient()
  const queries = useQueryClient()
  const { queryKey } = adoptionOptions(client)
  const [wanted, setWanted] = useState<readonly string[]>()
  const order = wanted ?? report.models.map(({ definition }) => definition.name)
  const { mutate } = useMutation({
    // One after the other: each is based on the order that the one before left.
    scope: { id: 'arrange' },
    networkMode: 'always',
    mutationFn: (next: readonly string[]) => {
      const base = queries.getQueryData(queryKey)?.order ?? []
      return client.call('arrangeModels', { body: { order: next, base } })
    },
    onSuccess: async (reply, asked) => {
      queries.setQueryData(queryKey, reply)
      setWanted((now) => (now && isSameJson([...now], [...asked]) ? undefined : now))
      await bootAnew(client, queries)
    },
    onError: async (error) => {
      setWanted(undefined)
      const text = errorCode(error) === 'conflict' ? t('adoption.orderMoved') : errorText(t, error)
      showToast({ text })
      await queries.invalidateQueries({ queryKey })
    },
  })
  return {
    order,
    isArranged: report.order.length > 0,
    move: (name, by) => {
      const next = movedOrder(order, name, by)
      if (next !== order) {
        setWanted(next)
        mutate(next)
      }
      return next
    },
    reset: () => mutate([]),
  }
}
