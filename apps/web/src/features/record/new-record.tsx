/** Makes a new record: begins with the defaults, and with the parent that one comes from. */
import { inputOf } from '@haykal/fields/inputs'
import { useLocale } from '@haykal/messages/react'
import {
  type AnyRecord,
  defaultValue,
  isSettable,
  type Json,
  labelIn,
  type Model,
  type ModelField,
} from '@haykal/model'
import { showToast } from '@haykal/ui/toast/toasts.ts'
import { useNavigate, useRouter } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { inSentence } from '../records/list-head.tsx'
import { titleOfRecord } from '../records/title-of-record.ts'
import { ChildRowSections } from './child-row-sections.tsx'
import { type FocusWish, FormFields } from './form-fields.tsx'
import { LeaveDialog } from './leave-dialog.tsx'
import { RecordFrame } from './record-frame.tsx'
import { refusalText } from './refusal-text.ts'
import { useChildRows } from './use-child-rows.ts'
import { useLeaveGuard } from './use-leave-guard.ts'
import { useParentTitles } from './use-parent-titles.ts'
import { useCreateRecord } from './use-record-changes.ts'
import { useRecordForm } from './use-record-form.ts'

/** The form. */
export function NewRecord({ model }: { readonly model: Model }) {
  const { t, language, locale } = useLocale()
  const navigate = useNavigate()
  const { history } = useRouter()
  const [beginning] = useState(() => beginningOf(model, new URLSearchParams(history.location.search)))
  const titles = useParentTitles(model, beginning)
  const form = useRecordForm(model, 'create', beginning)
  const rows = useChildRows(model, 'create')
  const [focus, setFocus] = useState<FocusWish>({})
  const [rowFocus, setRowFocus] = useState<FocusWish>()
  const changes = form.changes + rows.changes
  const create = useCreateRecord(model)
  const isDone = useRef(false)
  const leaving = useLeaveGuard({ isUnsaved: changes > 0, isDone })
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
        showToast({ text: t('record.created', { title: titleOfRecord(model, reply) }) })
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
            discard: t('app.cancel'),
            error:
              create.error && form.faults + rows.faults === 0 ? refusalText({ t, locale }, create.error) : undefined,
            onDiscard: giveUp,
          }}
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

/** The values that a new record begins with. */
function beginningOf(model: Model, parameters: URLSearchParams): AnyRecord {
  const now = new Date()
  // People write moments by the minute.
  now.setSeconds(0, 0)
  const values: { [field: string]: Json } = {}
  for (const field of model.fields.filter((each) => isSettable(each, 'create'))) {
    values[field.name] =
      parentIn(model, field, parameters) ?? defaultValue(field, now) ?? inputOf(field).untouched?.(field) ?? null
  }
  return values
}

/** Nobody else gives it a value: left out of the form, it could never be made. */
function mustBeGiven({ isRequired, options }: ModelField): boolean {
  return isRequired && options.default === undefined
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
