/** Asks before a record is removed, and says why when it cannot be. */
import type { Translator } from '@haykal/messages'
import { useLocale } from '@haykal/messages/react'
import type { Model } from '@haykal/model'
import { showToast } from '@haykal/ui/toast/toasts.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useClient } from 'haykal/web'
import { errorCode, errorText } from '../problems/error-text.ts'
import { AskDialog } from './ask-dialog.tsx'
import { recordOptions } from './record-options.ts'
import { useRemoveRecord } from './use-record-changes.ts'

/** The properties of the question. */
export interface RemoveDialogProps {
  readonly model: Model
  readonly id: string
  /** Of the record as it was seen. */
  readonly etag: string
  readonly title: string
  readonly onClose: () => void
}

/** The question. */
export function RemoveDialog({ model, id, etag, title, onClose }: RemoveDialogProps) {
  const { t } = useLocale()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const { queryKey } = recordOptions(useClient(), model.name, id)
  const remove = useRemoveRecord(model, id)
  const confirm = () =>
    remove.mutate(etag, {
      onSuccess: () => {
        showToast({ text: t('record.removed', { title }) })
        void navigate({ to: '/$model', params: { model: model.name }, search: {}, replace: true }).then(() =>
          // Only now: as long as its page is there, it would be asked for again.
          queries.removeQueries({ queryKey }),
        )
      },
      // Someone changed it meanwhile: the page shows how, and the next try is about that.
      onError: (error) => {
        if (errorCode(error) === 'conflict') void queries.invalidateQueries({ queryKey })
      },
    })
  return (
    <AskDialog
      title={t('record.removeTitle', { title })}
      text={t('record.removeText')}
      confirm={remove.isPending ? t('record.removing') : t('record.remove')}
      isBusy={remove.isPending}
      error={remove.error ? refusalText(t, remove.error) : undefined}
      onConfirm={confirm}
      onCancel={onClose}
    />
  )
}

function refusalText(t: Translator, error: Error): string {
  return errorCode(error) === 'conflict' ? t('record.changedMeanwhile') : errorText(t, error)
}
