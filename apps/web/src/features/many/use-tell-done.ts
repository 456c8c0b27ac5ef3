/** Tells what was done to records in a few words, with a button that takes it back: the one place from which it is told. */
import { useLocale } from '@haykal/messages/react'
import { showToast } from '@haykal/ui/toast/toasts.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useClient } from 'haykal/web'
import { errorText } from '../problems/error-text.ts'
import { goThrough } from './go-through.ts'

/** Gives a function that tells; `changeSet` is what was written, null where nothing was. */
export function useTellDone(): (text: string, changeSet: string | null) => void {
  const { t } = useLocale()
  const client = useClient()
  const queries = useQueryClient()
  const undo = async (id: string) => {
    const ask = (next: string | undefined) =>
      client.call('undoChanges', { path: { id }, body: { ...(next !== undefined && { next }) } })
    try {
      const { reply } = await goThrough(ask, undefined, { onStep: () => undefined, isStopped: () => false })
      showToast({
        text:
          reply.keptCount === 0
            ? t('many.undone', { count: reply.done })
            : t('many.undoneBut', { done: reply.done, count: reply.keptCount }),
      })
    } catch (error) {
      showToast({ text: errorText(t, error) })
    }
    void queries.invalidateQueries({ queryKey: ['records'] })
  }
  return (text, changeSet) =>
    showToast({
      text,
      ...(changeSet !== null && { action: { label: t('many.undo'), onPress: () => void undo(changeSet) } }),
    })
}
