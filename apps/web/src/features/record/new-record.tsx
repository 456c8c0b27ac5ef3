/** Makes a new record: begins with the defaults, and with the parent that one comes from. */
import { inputOf } from '@haykal/fields/inputs'
import { useLocale } from '@haykal/messages/react'
import {
  type AnyRecord,
  defaultValue,
  HaykalError,
  isSettable,
  type Json,
  labelIn,
  type Model,
  type ModelField,
} from '@haykal/model'
import { showToast } from '@haykal/ui/toast/toasts.ts'
import { useNavigate, useRouter } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { errorText } from '../problems/error-text.ts'
import { inSentence } from '../records/list-head.tsx'
import { LeaveDialog, OtherProblems } from './edit-record.tsx'
import { FormBar } from './form-bar.tsx'
import { FormFields, focusField } from './form-fields.tsx'
import styles from './record.module.css'
import { RecordHead } from './record-head.tsx'
import { titleOfRecord } from './title-of-record.ts'
import { useLeaveGuard } from './use-leave-guard.ts'
import { useParentTitles } from './use-parent-titles.ts'
import { useCreateRecord } from './use-record-changes.ts'
import { useRecordForm } from './use-record-form.ts'

/** The form. */
export function NewRecord({ model }: { readonly model: Model }) {
  const { t, language } = useLocale()
  const navigate = useNavigate()
  const router = useRouter()
  const [beginning] = useState(() => beginningOf(model, new URLSearchParams(router.history.location.search)))
  const titles = useParentTitles(model, beginning)
  const form = useRecordForm(model, { purpose: 'create', record: beginning })
  const create = useCreateRecord(model)
  const inputs = useRef<HTMLDivElement>(null)
  const isDone = useRef(false)
  const leaving = useLeaveGuard(form.changes > 0, isDone)
  useEffect(() => focusField(inputs.current), [])

  const save = () => {
    if (create.isPending) return
    const checked = form.check()
    if (!checked) {
      requestAnimationFrame(() => focusField(inputs.current))
      return
    }
    create.mutate(checked.values, {
      onSuccess: (reply) => {
        isDone.current = true
        showToast({ text: t('record.created', { title: titleOfRecord(model, reply) }) })
        void navigate({ to: '/$model/$id', params: { model: model.name, id: reply.meta.id }, replace: true })
      },
      onError: (error) => {
        if (error instanceof HaykalError && error.details.problems) form.refuse(error.details.problems)
        requestAnimationFrame(() => focusField(inputs.current))
      },
    })
  }
  const giveUp = () => {
    isDone.current = true
    if (router.history.canGoBack()) router.history.back()
    else void navigate({ to: '/$model', params: { model: model.name }, search: {}, replace: true })
  }
  const title = t('record.new', { model: inSentence(labelIn(model.label, language)) })
  return (
    <form
      className={styles.screen}
      aria-label={title}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <RecordHead model={model} />
      <div className={styles.body}>
        <h1 className={styles.title}>{title}</h1>
        <FormFields ref={inputs} form={form} titles={titles} isDisabled={create.isPending} />
        <OtherProblems texts={form.otherProblems.map((problem) => t.problem(problem))} />
      </div>
      <FormBar
        changes={form.changes}
        faults={form.faults}
        error={create.error && form.faults === 0 ? errorText(t, create.error) : undefined}
        isBusy={create.isPending}
        save={create.isPending ? t('record.creating') : t('record.create')}
        discard={t('app.cancel')}
        onSave={save}
        onDiscard={giveUp}
      />
      {leaving && <LeaveDialog changes={form.changes} {...leaving} />}
    </form>
  )
}

/** The values that a new record begins with. */
function beginningOf(model: Model, parameters: URLSearchParams): AnyRecord {
  const now = new Date()
  const values: { [field: string]: Json } = {}
  for (const field of model.fields.filter((each) => isSettable(each, 'create'))) {
    values[field.name] =
      parentIn(field, parameters) ?? defaultValue(field, now) ?? inputOf(field).untouched?.(field) ?? null
  }
  return values
}

/** `?order=7` names the parent of a new line. */
function parentIn(field: ModelField, parameters: URLSearchParams): Json | undefined {
  const text = field.references === undefined ? null : parameters.get(field.name)
  const parsed = text === null ? undefined : field.kind.fromText(text, field.options)
  return parsed?.ok ? parsed.value : undefined
}
