/** Edits a record in its place: only what was touched is sent, each value with what it was based on. What is sent counts as saved until the server refuses it. */
import type { RecordReply } from '@haykal/contract'
import { useLocale } from '@haykal/messages/react'
import { type AnyRecord, labelIn, type Model, type ModelField } from '@haykal/model'
import { useQueryClient } from '@tanstack/react-query'

import { type KeyboardEvent, useMemo, useRef, useState } from 'react'
import { tellChange } from '../history/tell-change.ts'
import { joinTitles, titlesAtHand } from '../records/listed-records.ts'
import { recordsKey } from '../records/record-pages.ts'
import { titleOfRecord } from '../records/title-of-record.ts'
import { changedByOthers } from './changed-by-others.ts'
import { ChildRowSections } from './child-row-sections.tsx'
import { ConflictDialog } from './conflict-dialog.tsx'
import { conflictOf } from './conflict-of.ts'
import { DraftNote } from './draft-banner.tsx'
import type { Continued } from './draft-content.ts'
import { type FocusWish, FormFields } from './form-fields.tsx'
import type { DraftPlace } from './kept-drafts.ts'
import { LeaveDialog } from './leave-dialog.tsx'
import { beginDraft, type Edit } from './record-draft.ts'
import { RecordFrame } from './record-frame.tsx'
import { RecordTitle } from './record-title.tsx'

import { SaveFailure } from './save-failure.tsx'
import { useChildRows } from './use-child-rows.ts'
import { useDraftKeeper } from './use-draft-keeper.ts'
import { useLeaveGuard } from './use-leave-guard.ts'
import { useParentTitles } from './use-parent-titles.ts'
import { useEditRecord } from './use-record-changes.ts'
import { useRecordForm } from './use-record-form.ts'

const nothing: AnyRecord = {}

/** The properties of the form. */
export interface EditRecordProps {
  readonly model: Model
  readonly id: string
  readonly reply: RecordReply
  readonly title: string
  /** The field to begin with; undefined: the first. */
  readonly focus: string | undefined
  /** What was typed earlier and is gone on with; undefined: nothing. */
  readonly continued: Continued | undefined
  /** Where what is typed is kept; undefined: nowhere. */
  readonly place: DraftPlace | undefined
  /** What was typed is on its way: the record is read meanwhile, and the form only waits. */
  readonly isHidden: boolean
  /** Called with the record as it will be when it is saved; undefined: it was not, and the form is needed again. */
  readonly onSent: (reply: RecordReply | undefined) => void
  /** Called when it is saved or given up, with the names of the fields that others changed meanwhile. */
  readonly onDone: (changedByOthers: readonly string[]) => void
}

/** The form. */
export function EditRecord(properties: EditRecordProps) {
  const { model, id, reply, title, continued, place, isHidden, onSent, onDone } = properties
  const { t, language, locale, format } = useLocale()
  const queries = useQueryClient()
  // What the person saw when they began: answers that arrive meanwhile must not move the base under their hands.
  const [{ data: seen, meta }] = useState(reply)
  const form = useRecordForm(model, () => continued?.draft ?? beginDraft(model, 'edit', seen))
  const forget = useDraftKeeper({ place, name: continued?.name, draft: form.draft })
  const putBack = useParentTitles(model, continued?.draft.values ?? nothing)
  const titles = useMemo(() => joinTitles(meta.titles, putBack), [meta.titles, putBack])
  const rows = useChildRows(model, 'edit')
  const [focus, setFocus] = useState<FocusWish>({ field: properties.focus })
  const [rowFocus, setRowFocus] = useState<FocusWish>()
  const edit = useEditRecord(model, id)
  const changes = form.changes + rows.changes
  const isDone = useRef(false)
  const answer = useRef<Promise<unknown>>(undefined)
  const leaving = useLeaveGuard({ isUnsaved: changes > 0, isDone, answer, onLeave: forget })
  const conflict = conflictOf(edit.error)

  const finish = (changedByOthers: readonly string[] = []) => {
    isDone.current = true
    forget()
    onDone(changedByOthers)
  }
  const tellSaved = (saved: RecordReply, changedByOthers: readonly ModelField[]) => {
    const name = titleOfRecord(model, saved)
    const fields = format.list(changedByOthers.map((field) => labelIn(field.label, language)))
    const text =
      changedByOthers.length > 0 ? t('record.savedWith', { title: name, fields }) : t('record.saved', { title: name })
    tellChange({ changeSet: saved.meta.changeSet, text })
  }
  const send = (what: Edit | undefined) => {
    const children = rows.check()
    if (!what) return setFocus({})
    if (!children) return setRowFocus({})
    if (Object.keys(what.values).length === 0 && children.length === 0) {
      if (!conflict) return finish()
      // Theirs was taken everywhere: nothing is to be written, and what is known here is older.
      void queries.invalidateQueries({ queryKey: recordsKey(model.name) })
      return finish(Object.keys(conflict))
    }
    // What children add up to is known only once they are saved: until then the form stays.
    if (children.length === 0) {
      onSent({
        data: { ...reply.data, ...what.values },
        meta: { ...reply.meta, titles: joinTitles(reply.meta.titles, titlesAtHand(queries, model, what.values)) },
      })
    }
    answer.current = edit.mutateAsync({ ...what, children }).then(
      (saved) => {
        const changed = changedByOthers(model, { seen, saved: saved.data, mine: what.values })
        tellSaved(saved, changed)
        finish(changed.map(({ name }) => name))
      },
      (error: unknown) => {
        const others = rows.refuse(error)
        form.refuse(others)
        if (others.length === 0 && children.length > 0) setRowFocus({})
        else setFocus({})
        onSent(undefined)
      },
    )
  }
  const goOn = (chosen: AnyRecord) => {
    const theirs = Object.fromEntries(Object.entries(conflict ?? {}).map(([name, each]) => [name, each.theirs]))
    edit.reset()
    return form.resolve(theirs, chosen)
  }
  if (isHidden) return null

  return (
    <>
      <form
        aria-label={title}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          send(form.check())
        }}
        onKeyDown={(event) => {
          if (!isEscape(event) || changes > 0) return
          event.preventDefault()
          finish()
        }}
      >
        <RecordFrame
          model={model}
          id={id}
          title={<RecordTitle model={model} reply={reply} />}
          bar={{
            form: { ...form, changes, faults: form.faults + rows.faults },
            isBusy: edit.isPending,
            save: t('record.save'),
            discard: changes > 0 ? t('record.discard') : t('app.cancel'),
            error: edit.error && !conflict && form.faults + rows.faults === 0 && (
              <SaveFailure error={edit.error} teller={{ t, locale }} onSignedIn={edit.reset} />
            ),
            onDiscard: () => finish(),
          }}
          notice={continued && <DraftNote model={model} continued={continued} />}
        >
          <FormFields
            form={form}
            fields={form.fields.filter((field) => !field.isHidden)}
            titles={titles}
            isDisabled={edit.isPending}
            focus={focus}
          />
          <ChildRowSections model={model} rows={rows} parent={seen} isDisabled={edit.isPending} focus={rowFocus} />
        </RecordFrame>
      </form>
      {conflict && (
        <ConflictDialog
          model={model}
          conflict={conflict}
          titles={titles}
          onChoose={(chosen) => send(goOn(chosen))}
          onAnew={() => {
            goOn({})
            setFocus({ field: Object.keys(conflict)[0] })
          }}
          onClose={edit.reset}
        />
      )}
      {leaving && <LeaveDialog changes={changes} {...leaving} />}
    </>
  )
}

/** Esc, unless it closes a list that is open in the form. */
function isEscape(event: KeyboardEvent): boolean {
  const isInList = event.target instanceof Element && event.target.getAttribute('aria-expanded') === 'true'
  return event.key === 'Escape' && !event.defaultPrevented && !isInList
}
