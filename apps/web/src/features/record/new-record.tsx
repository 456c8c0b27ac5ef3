/** Makes a new record: begins with the defaults, and with the parent that one comes from. */
import { useLocale } from '@haykal/messages/react'
import { type AnyRecord, isSettable, type Json, labelIn, type Model, type ModelField } from '@haykal/model'
import { useNavigate, useRouter } from '@tanstack/react-router'

import { type ReactNode, useRef, useState } from 'react'
import { tellChange } from '../history/tell-change.ts'
import { inSentence } from '../records/list-head.tsx'
import { titleOfRecord } from '../records/title-of-record.ts'
import { beginningOf } from './beginning-of.ts'
import { ChildRowSections } from './child-row-sections.tsx'
import { DraftBanner, DraftNote } from './draft-banner.tsx'
import type { Continued } from './draft-content.ts'
import { type FocusWish, FormFields } from './form-fields.tsx'
import type { DraftPlace } from './kept-drafts.ts'
import { LeaveDialog } from './leave-dialog.tsx'
import { beginDraft } from './record-draft.ts'
import { RecordFrame } from './record-frame.tsx'

import { SaveFailure } from './save-failure.tsx'
import { useChildRows } from './use-child-rows.ts'
import { useDraftKeeper } from './use-draft-keeper.ts'
import { useDraftOffer } from './use-draft-offer.ts'
import { useLeaveGuard } from './use-leave-guard.ts'
import { useParentTitles } from './use-parent-titles.ts'
import { useCreateRecord } from './use-record-changes.ts'
import { useRecordForm } from './use-record-form.ts'

/** The form; what was typed into it earlier and not saved is offered as long as nothing new is typed. */
export function NewRecord({ model }: { readonly model: Model }) {
  const { history } = useRouter()
  const [given] = useState(() => givenIn(model, new URLSearchParams(history.location.search)))
  const [beginning] = useState(() => beginningOf(model, given))
  const drafts = useDraftOffer(model.name, null, () => beginDraft(model, 'create', beginning))
  const { offered, place } = drafts
  const [continued, setContinued] = useState<Continued>()
  const offer = !continued && offered && (
    <DraftBanner
      key={offered.name}
      typedAt={offered.typedAt}
      onContinue={() => setContinued(offered)}
      onDiscard={drafts.discard}
    />
  )
  const form = { model, given, beginning, place, continued, offer }
  return <NewRecordForm key={continued?.name} {...form} />
}

interface NewRecordFormProps {
  readonly model: Model
  /** The values that the address names. */
  readonly given: AnyRecord
  /** All values that it begins with. */
  readonly beginning: AnyRecord
  /** Where what is typed is kept; undefined: nowhere. */
  readonly place: DraftPlace | undefined
  readonly continued: Continued | undefined
  readonly offer: ReactNode
}

function NewRecordForm({ model, given, beginning, place, continued, offer }: NewRecordFormProps) {
  const { t, language, locale } = useLocale()
  const navigate = useNavigate()
  const { history } = useRouter()
  const form = useRecordForm(model, () => continued?.draft ?? beginDraft(model, 'create', beginning))
  const titles = useParentTitles(model, { ...beginning, ...continued?.draft.values })
  const forget = useDraftKeeper({ place, name: continued?.name, draft: form.draft, given })
  const [focus, setFocus] = useState<FocusWish>({ field: continued && Object.keys(continued.draft.values)[0] })
  const rows = useChildRows(model, 'create')
  const [rowFocus, setRowFocus] = useState<FocusWish>()
  const changes = form.changes + rows.changes
  const create = useCreateRecord(model)
  const isDone = useRef(false)
  const leaving = useLeaveGuard({ isUnsaved: changes > 0, isDone, onLeave: forget })
  const title = t('record.new', { model: inSentence(labelIn(model.label, language)) })

  const save = () => {
    const checked = form.check()
    const children = rows.check()
    if (!checked) return setFocus({})
    if (!children) return setRowFocus({})
    const begun = { values: checked.values, children }
    create.mutate(begun, {
      onSuccess: (reply) => {
        isDone.current = true
        forget()
        const text = t('record.created', { title: titleOfRecord(model, reply) })
        tellChange({ changeSet: reply.meta.changeSet, text })
        void navigate({ to: '/$model/$id', params: { model: model.name, id: reply.meta.id }, replace: true })
      },
      onError: (error) => {
        const others = rows.refuse(error)
        form.refuse(others)
        if (others.length > 0 || children.length === 0) setFocus({})
        else setRowFocus({})
      },
    })
  }
  const giveUp = () => {
    isDone.current = true
    forget()
    if (history.canGoBack()) history.back()
    else void navigate({ to: '/$model', params: { model: model.name }, search: {}, replace: true })
  }

  return (
    <>
      <form
        aria-label={title}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (!create.isPending) save()
        }}
      >
        <RecordFrame
          model={model}
          title={title}
          bar={{
            form: { ...form, changes, faults: form.faults + rows.faults },
            isBusy: create.isPending,
            save: create.isPending ? t('record.creating') : t('record.create'),
            discard: changes > 0 ? t('record.discard') : t('app.cancel'),
            error: create.error && form.faults + rows.faults === 0 && (
              <SaveFailure error={create.error} teller={{ t, locale }} onSignedIn={create.reset} />
            ),
            onDiscard: giveUp,
          }}
          notice={continued ? <DraftNote model={model} continued={continued} /> : form.changes === 0 && offer}
        >
          <FormFields
            form={form}
            fields={form.fields.filter(
              (field) =>
                (form.canSet(field) || field.options.computed !== undefined) && (!field.isHidden || mustBeGiven(field)),
            )}
            titles={titles}
            isDisabled={create.isPending}
            focus={focus}
          />
          <ChildRowSections
            model={model}
            rows={rows}
            parent={undefined}
            isDisabled={create.isPending}
            focus={rowFocus}
          />
        </RecordFrame>
      </form>
      {leaving && <LeaveDialog changes={changes} {...leaving} />}
    </>
  )
}

/** Nobody else gives it a value: left out of the form, it could never be made. */
function mustBeGiven({ isRequired, options }: ModelField): boolean {
  return isRequired && options.default === undefined
}

/** The values that an address names. */
function givenIn(model: Model, parameters: URLSearchParams): AnyRecord {
  const settable = model.fields.filter((each) => isSettable(each, 'create'))
  const values = settable.flatMap((field) => {
    const value = parentIn(model, field, parameters)
    return value === undefined ? [] : [[field.name, value] as const]
  })
  return Object.fromEntries(values)
}

/** `?order=7` names the parent of a new line; only fields that point to something are filled in so. */
function parentIn(model: Model, field: ModelField, parameters: URLSearchParams): Json | undefined {
  const isPointer =
    field.references !== undefined ||
    model.definition.references?.some(({ fields }) => Object.hasOwn(fields, field.name))
  const text = isPointer ? parameters.get(field.name) : null
  const parsed = text === null ? undefined : field.kind.fromText(text, field.options)
  return parsed?.ok ? parsed.value : undefined
}
