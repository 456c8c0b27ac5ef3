/** Edits a record in its place: only what was touched is sent, each value with what it was based on. */
import type { RecordReply } from '@haykal/contract'
import type { Translator } from '@haykal/messages'
import { useLocale } from '@haykal/messages/react'
import { type AnyRecord, type Conflict, HaykalError, type Model } from '@haykal/model'
import { showToast } from '@haykal/ui/toast/toasts.ts'
import { type KeyboardEvent, useRef, useState } from 'react'
import { errorCode, errorText } from '../problems/error-text.ts'
import { titleOfRecord } from '../records/title-of-record.ts'
import { ConflictDialog } from './conflict-dialog.tsx'
import { type FocusWish, FormFields } from './form-fields.tsx'
import { LeaveDialog } from './leave-dialog.tsx'
import type { Edit } from './record-draft.ts'
import { RecordFrame } from './record-frame.tsx'
import { RecordTitle } from './record-title.tsx'
import { useLeaveGuard } from './use-leave-guard.ts'
import { useEditRecord } from './use-record-changes.ts'
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
export function EditRecord({ model, id, reply, title, focus: beginAt, onDone }: EditRecordProps) {
  const { t } = useLocale()
  // What the person saw when they began: answers that arrive meanwhile must not move the base under their hands.
  const [{ data: seen, meta }] = useState(reply)
  const form = useRecordForm(model, 'edit', seen)
  const [focus, setFocus] = useState<FocusWish>({ field: beginAt })
  const edit = useEditRecord(model, id)
  const isDone = useRef(false)
  const leaving = useLeaveGuard(form.changes > 0, isDone)
  const conflict = conflictOf(edit.error)

  const finish = () => {
    isDone.current = true
    onDone()
  }
  const send = (what: Edit | undefined) => {
    if (!what) setFocus({})
    else if (Object.keys(what.values).length === 0) finish()
    else
      edit.mutate(what, {
        onSuccess: (answer) => {
          showToast({ text: t('record.saved', { title: titleOfRecord(model, answer) }) })
          finish()
        },
        onError: (error) => {
          if (error instanceof HaykalError && error.details.problems) form.refuse(error.details.problems)
          setFocus({})
        },
      })
  }
  const goOn = (chosen: AnyRecord) => {
    const theirs = Object.fromEntries(Object.entries(conflict ?? {}).map(([name, each]) => [name, each.theirs]))
    edit.reset()
    return form.resolve(theirs, chosen)
  }

  return (
    <>
      <form
        aria-label={title}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (!edit.isPending) send(form.check())
        }}
        onKeyDown={(event) => {
          if (isEscape(event) && form.changes === 0) finish()
        }}
      >
        <RecordFrame
          model={model}
          title={<RecordTitle model={model} reply={reply} />}
          bar={{
            form,
            isBusy: edit.isPending,
            save: edit.isPending ? t('record.saving') : t('record.save'),
            discard: form.changes > 0 ? t('record.discard') : t('app.cancel'),
            error: edit.error && !conflict && form.faults === 0 ? failureText(t, edit.error) : undefined,
            onDiscard: finish,
          }}
        >
          <FormFields
            form={form}
            fields={form.fields.filter((field) => !field.isHidden)}
            titles={meta.titles}
            isDisabled={edit.isPending}
            focus={focus}
          />
        </RecordFrame>
      </form>
      {conflict && (
        <ConflictDialog
          model={model}
          conflict={conflict}
          titles={meta.titles}
          onChoose={(chosen) => send(goOn(chosen))}
          onAnew={() => {
            goOn({})
            setFocus({ field: Object.keys(conflict)[0] })
          }}
          onClose={edit.reset}
        />
      )}
      {leaving && <LeaveDialog changes={form.changes} {...leaving} />}
    </>
  )
}

function conflictOf(error: Error | null): Conflict | undefined {
  const conflict = error instanceof HaykalError ? error.details.conflict : undefined
  return conflict && Object.keys(conflict).length > 0 ? conflict : undefined
}

function failureText(t: Translator, error: Error): string {
  return errorCode(error) === 'not_found' ? `${t('record.goneTitle')}. ${t('record.goneText')}` : errorText(t, error)
}

/** Esc, unless it closes a list that is open in the form. */
function isEscape(event: KeyboardEvent): boolean {
  const isInList = event.target instanceof Element && event.target.getAttribute('aria-expanded') === 'true'
  return event.key === 'Escape' && !event.defaultPrevented && !isInList
}
