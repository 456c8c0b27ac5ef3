/** Asks before the trash of a model is emptied: what is in it cannot come back then. */
import { useLocale } from '@haykal/messages/react'
import { labelIn, type Model } from '@haykal/model'
import { showToast } from '@haykal/ui/toast/toasts.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useClient } from 'haykal/web'
import { errorText } from '../problems/error-text.ts'
import { AskDialog } from '../record/ask-dialog.tsx'
import { inSentence } from '../records/list-head.tsx'
import { refreshAfterUndo } from '../undo/refresh-after-undo.ts'

/** The properties of the question. */
export interface EmptyTrashDialogProps {
  readonly model: Model
  readonly onClose: () => void
}

/** The question. */
export function EmptyTrashDialog({ model, onClose }: EmptyTrashDialogProps) {
  const { t, language } = useLocale()
  const client = useClient()
  const queries = useQueryClient()
  const models = inSentence(labelIn(model.plural, language))
  const empty = useMutation({
    networkMode: 'always',
    mutationFn: () => client.call('emptyTrash', { path: { model: model.name }, body: {} }),
    onSuccess: ({ emptied }) => showToast({ text: t('trash.emptied', { count: emptied, models }) }),
    onError: (error) => showToast({ text: t('trash.notEmptied', { reason: errorText(t, error) }) }),
    onSettled: () => {
      refreshAfterUndo(queries)
      onClose()
    },
  })
  return (
    <AskDialog
      title={t('trash.emptyTitle', { models })}
      text={t('trash.emptyText')}
      confirm={t('trash.empty')}
      onConfirm={() => empty.mutate()}
      onCancel={onClose}
    />
  )
}
