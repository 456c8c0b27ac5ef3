/** Asks what a view is to be called, and says what is wrong with a name. */
import { useLocale } from '@haykal/messages/react'
import { Button } from '@haykal/ui/button/button.tsx'
import { Dialog } from '@haykal/ui/dialog/dialog.tsx'
import { FieldFrame } from '@haykal/ui/field-frame/field-frame.tsx'
import { TextInput } from '@haykal/ui/text-input/text-input.tsx'
import { type FormEvent, useId, useState } from 'react'
import { errorCode, errorText, missingTexts, problemsOf } from '../../problems/error-text.ts'
import styles from './view-acts.module.css'

/** The properties of the dialog. */
export interface ViewNameDialogProps {
  readonly title: string
  /** Absent: it has none yet. */
  readonly name?: string
  readonly confirm: string
  /** Rejects when the name is not taken. */
  readonly onName: (name: string) => Promise<void>
  readonly onClose: () => void
}

/** The dialog. */
export function ViewNameDialog({ title, name: before = '', confirm, onName, onClose }: ViewNameDialogProps) {
  const { t } = useLocale()
  const form = useId()
  const [name, setName] = useState(before)
  const [problems, setProblems] = useState<readonly string[]>([])
  const [isBusy, setBusy] = useState(false)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const missing = missingTexts(t, { name }).name
    if (missing) return setProblems(missing)
    setBusy(true)
    try {
      await onName(name)
      onClose()
    } catch (error) {
      const told = problemsOf(error).map((problem) => t.problem(problem))
      const reason = errorCode(error) === 'conflict' ? t('viewActs.changedByOther') : errorText(t, error)
      setProblems(told.length > 0 ? told : [reason])
    } finally {
      setBusy(false)
    }
  }
  return (
    <Dialog
      title={title}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('app.cancel')}</Button>
          <Button variant="primary" type="submit" form={form} disabled={isBusy}>
            {confirm}
          </Button>
        </>
      }
    >
      <form id={form} className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
        <FieldFrame label={t('viewActs.name')} problems={problems}>
          {(input) => (
            <TextInput
              {...input}
              autoFocus
              value={name}
              maxLength={80}
              autoComplete="off"
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </FieldFrame>
      </form>
    </Dialog>
  )
}
