/** Asks before a record is removed, and says why when it cannot be. */
import { useLocale } from '@haykal/messages/react'
import type { Model } from '@haykal/model'
import { showToast } from '@haykal/ui/toast/toasts.ts'
import { useNavigate } from '@tanstack/react-router'
import { errorText } from '../problems/error-text.ts'
import { AskDialog } from './ask-dialog.tsx'
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
  const remove = useRemoveRecord(model, id)
  const confirm = () =>
    remove.mutate(etag, {
      onSuccess: () => {
        showToast({ text: t('record.removed', { title }) })
        void navigate({ to: '/$model', params: { model: model.name }, search: {}, replace: true })
      },
    })
  return (
    <AskDialog
      title={t('record.removeTitle', { title })}
      text={t('record.removeText')}
      confirm={remove.isPending ? t('record.removing') : t('record.remove')}
      isBusy={remove.isPending}
      error={remove.error ? errorText(t, remove.error) : undefined}
      onConfirm={confirm}
      onCancel={onClose}
    />
  )
}
