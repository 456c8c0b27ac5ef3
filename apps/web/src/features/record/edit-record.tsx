/** Edits a record in its place: only what was touched is sent, each value with what it was based on. */
import type { RecordReply } from '@haykal/contract'
import { useLocale } from '@haykal/messages/react'
import { type AnyRecord, HaykalError, type Model } from '@haykal/model'
import { showToast } from '@haykal/ui/toast/toasts.ts'
import { useEffect, useRef, useState } from 'react'
import { errorCode, errorText } from '../problems/error-text.ts'
import { AskDialog } from './ask-dialog.tsx'
import { ConflictDialog } from './conflict-dialog.tsx'
import { FormBar } from './form-bar.tsx'
import { FormFields, focusField } from './form-fields.tsx'
import styles from './record.module.css'
import { RecordHead } from './record-head.tsx'
import { titleOfRecord } from './title-of-record.ts'
import { useLeaveGuard } from './use-leave-guard.ts'
import { type Edit, useEditRecord } from './use-record-changes.ts'
import { useRecordForm } from './use-record-form.ts'

/** The properties of the form. */
export interface EditRecordProps {
  readonly model: Model
  readonly id: string
  readonly reply: RecordReply
  readonly title: string
  /** The field to begin with; undefined: the first. */
  readonly focus: string | undefined
  /** Called when it is saved or given up. */
  readonly onDone: () => void
}

/** The form. */
export function EditRecord({ model, id, reply, title, focus, onDone }: EditRecordProps) {
  const { t } = useLocale()
  // What the person saw when they began: answers that arrive meanwhile must not move the base under their hands.
  const [{ data: seen, meta }] = useState(reply)
  const form = useRecordForm(model, { purpose: 'edit', record: seen })
  const edit = useEditRecord(model, id)
  const inputs = useRef<HTMLDivElement>(null)
  const isDone = useRef(false)
  const leaving = useLeaveGuard(form.changes > 0, isDone)
  useEffect(() => focusField(inputs.current, focus), [focus])

  const send = (what: Edit) =>
    edit.mutate(what, {
      onSuccess: (answer) => {
        isDone.current = true
        showToast({ text: t('record.saved', { title: titleOfRecord(model, answer) }) })
        onDone()
      },
      onError: (error) => {
        if (error instanceof HaykalError && error.details.problems) form.refuse(error.details.problems)
        requestAnimationFrame(() => focusField(inputs.current))
      },
    })
  const save = () => {
    if (edit.isPending) return
    const checked = form.check()
    if (!checked) requestAnimationFrame(() => focusField(inputs.current))
    else if (Object.keys(checked.values).length === 0) onDone()
    else send(checked)
  }
  const conflict = edit.error instanceof HaykalError ? edit.error.details.conflict : undefined
  const choose = (chosen: AnyRecord) => {
    const theirs = Object.fromEntries(Object.entries(conflict ?? {}).map(([name, each]) => [name, each.theirs]))
    const sent = edit.variables
    form.rebase(theirs, chosen)
    edit.reset()
    // Fields in which theirs stays are no change of ours any more.
    const stays = new Set(
      Object.keys(theirs).filter((name) => JSON.stringify(chosen[name]) === JSON.stringify(theirs[name])),
    )
    const values = withoutNames({ ...sent?.values, ...chosen }, stays)
    if (Object.keys(values).length === 0) onDone()
    else send({ values, base: withoutNames({ ...sent?.base, ...theirs }, stays) })
  }

  return (
    <form
      className={styles.screen}
      aria-label={title}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented && form.changes === 0) onDone()
      }}
    >
      <RecordHead model={model} />
      <div className={styles.body}>
        <h1 className={styles.title}>
          <bdi dir="auto">{title}</bdi>
        </h1>
        <FormFields ref={inputs} form={form} titles={meta.titles} isDisabled={edit.isPending} />
        <OtherProblems texts={form.otherProblems.map((problem) => t.problem(problem))} />
      </div>
      <FormBar
        changes={form.changes}
        faults={form.faults}
        error={edit.error && !conflict && form.faults === 0 ? failureText(t, edit.error) : undefined}
        isBusy={edit.isPending}
        save={edit.isPending ? t('record.saving') : t('record.save')}
        discard={form.changes > 0 ? t('record.discard') : t('app.cancel')}
        onSave={save}
        onDiscard={onDone}
      />
      {conflict && Object.keys(conflict).length > 0 && (
        <ConflictDialog model={model} conflict={conflict} titles={meta.titles} onChoose={choose} onBack={edit.reset} />
      )}
      {leaving && <LeaveDialog changes={form.changes} {...leaving} />}
    </form>
  )
}

function failureText(t: ReturnType<typeof useLocale>['t'], error: Error): string {
  return errorCode(error) === 'not_found' ? `${t('record.goneTitle')}. ${t('record.goneText')}` : errorText(t, error)
}

function withoutNames(values: AnyRecord, names: ReadonlySet<string>): AnyRecord {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !names.has(name)))
}

/** Problems of the record as a whole. */
export function OtherProblems({ texts }: { readonly texts: readonly string[] }) {
  if (texts.length === 0) return null
  return (
    <ul className={styles.otherProblems} role="alert">
      {texts.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  )
}

/** Asks before unsaved changes are lost. */
export function LeaveDialog({
  changes,
  leave,
  stay,
}: {
  readonly changes: number
  readonly leave: () => void
  readonly stay: () => void
}) {
  const { t } = useLocale()
  return (
    <AskDialog
      title={t('record.leaveTitle')}
      text={t('record.leaveText', { count: changes })}
      confirm={t('record.leave')}
      cancel={t('record.stay')}
      onConfirm={leave}
      onCancel={stay}
    />
  )
}
