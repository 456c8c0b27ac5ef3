/** Asks before a record is removed, and says why when it could not be. */
import type { Teller } from '@haykal/contract/explanation-text'
import { useLocale } from '@haykal/messages/react'
import type { Model } from '@haykal/model'
import { showToast } from '@haykal/ui/toast/toasts.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useClient } from 'haykal/web'
import { useModel } from '../boot/use-boot.ts'
import { tellChange } from '../history/tell-change.ts'
import { errorCode, problemsOf } from '../problems/error-text.ts'
import { recordOptions } from '../records/one-record.ts'
import { AskDialog } from './ask-dialog.tsx'
import { useRecordPlace } from './record-place.ts'
import { refusalText } from './refusal-text.ts'
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

/** The question. Once it is answered the record is gone from the screen; when the server refuses, it is back, and why is told. */
export function RemoveDialog({ model, id, etag, title, onClose }: RemoveDialogProps) {
  const { t, locale } = useLocale()
  const { history } = useRouter()
  const place = useRecordPlace()
  const queries = useQueryClient()
  const { queryKey } = recordOptions(useClient(), model.name, id)
  const remove = useRemoveRecord(model, id)
  const hasTrash = useModel(model.name)?.access.hasHistory
  const confirm = async () => {
    const address = history.location.href
    place?.leave()
    try {
      const { changeSet } = await remove.mutateAsync(etag)
      tellChange({ changeSet, text: t('record.removed', { title }) })
      queries.removeQueries({ queryKey })
    } catch (error) {
      // It may be that someone changed it meanwhile: what is shown again is how it is now.
      void queries.invalidateQueries({ queryKey })
      history.push(address)
      showToast({ text: t('record.notRemoved', { title, reason: reasonText({ t, locale }, error) }) })
    }
  }
  return (
    <AskDialog
      title={t('record.removeTitle', { title })}
      text={t(hasTrash ? 'record.removeToTrash' : 'record.removeText')}
      confirm={t('record.remove')}
      onConfirm={() => void confirm()}
      onCancel={onClose}
    />
  )
}

function reasonText(teller: Teller, error: unknown): string {
  const { t } = teller
  if (errorCode(error) === 'conflict') return t('record.changedMeanwhile')
  // What holds the record is told model by model.
  return [refusalText(teller, error), ...problemsOf(error).map((problem) => t.problem(problem))].join(' ')
}
