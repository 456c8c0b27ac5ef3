/** Asks before a restored value goes over one that somebody else has just written. */
import { viewOf } from '@haykal/fields/views'
import { useLocale } from '@haykal/messages/react'
import { type Conflict, labelIn, type Model } from '@haykal/model'
import { AskDialog } from '../record/ask-dialog.tsx'

/** The properties of the question. */
export interface RestoreConflictProps {
  readonly model: Model
  readonly conflict: Conflict
  readonly onConfirm: () => void
  readonly onClose: () => void
}

/** The question. */
export function RestoreConflict({ model, conflict, onConfirm, onClose }: RestoreConflictProps) {
  const { t, language } = useLocale()
  const fields = model.fields.filter(({ name }) => Object.hasOwn(conflict, name))
  return (
    <AskDialog
      title={t('history.conflictTitle')}
      text={
        <>
          {t('history.conflictText')}
          {fields.map((field) => {
            const { Cell } = viewOf(field)
            const theirs = conflict[field.name]?.theirs ?? null
            return (
              <span key={field.name} style={{ display: 'block' }}>
                <bdi>{labelIn(field.label, language)}</bdi>:{' '}
                {theirs === null ? t('record.empty') : <Cell field={field} value={theirs} titles={{}} />}
              </span>
            )
          })}
        </>
      }
      confirm={t('history.restoreAnyway')}
      onConfirm={onConfirm}
      onCancel={onClose}
    />
  )
}
