/** A change of fields in many records: which fields, to what, in how many records, and its run. */
import type { BootModel, ManyCount, WhichRecords } from '@haykal/contract'
import { inputOf } from '@haykal/fields/inputs'
import { useLocale } from '@haykal/messages/react'
import { type AnyRecord, type ModelField, pointerTo } from '@haykal/model'
import { useQuery } from '@tanstack/react-query'
import { useClient } from 'haykal/web'
import { useMemo, useRef, useState } from 'react'
import { tellChange } from '../history/tell-change.ts'
import { beginDraft } from '../record/record-draft.ts'
import { settableModel } from '../record/settable-model.ts'
import { type RecordForm, useRecordForm } from '../record/use-record-form.ts'
import { countOptions } from './count-options.ts'
import { checkManyValues, manyFields } from './many-fields.ts'
import { findingsOf, type ManyTarget } from './many-target.ts'
import { type ManyRun, useManyRun } from './use-many-run.ts'
import { useSeen } from './use-seen.ts'

/** The change. */
export interface EditMany {
  readonly form: RecordForm
  /** The fields that can be changed. */
  readonly offered: readonly ModelField[]
  /** The fields that shall change. */
  readonly fields: readonly ModelField[]
  readonly add: (field: ModelField) => void
  readonly drop: (field: ModelField) => void
  /** What they shall hold. */
  readonly values: AnyRecord
  /** The first field in which something is wrong; undefined: nothing was found when it was last to be applied. */
  readonly wrong: ModelField | undefined
  /** How many records it concerns; undefined: they are still counted. */
  readonly counted: ManyCount | undefined
  /** Why it cannot begin; null: nothing is in the way. */
  readonly error: Error | null
  readonly isReady: boolean
  /** Begins, unless something is wrong, which then is told. */
  readonly apply: () => void
  readonly run: ManyRun
}

/** A change of the records of a target. `onDone` is called when all were changed and none was left out. */
export function useEditMany(target: ManyTarget, access: BootModel, onDone: () => void): EditMany {
  const { t } = useLocale()
  const client = useClient()
  // What is chosen stays what it was, whatever the list does behind the dialog.
  const [meant] = useState(target)
  const model = useMemo(() => settableModel(meant.model, access.can.editFields), [meant, access.can.editFields])
  const offered = useMemo(() => manyFields(model), [model])
  const [beginning] = useState(() => untouchedValues(offered))
  const form = useRecordForm(model, () => beginDraft(model, 'edit', beginning))
  const [fields, setFields] = useState<readonly ModelField[]>([])
  const [wrong, setWrong] = useState<ModelField>()
  const counted = useQuery(countOptions(client, meant, 'edit'))
  const seen = useSeen(meant, fields)
  const values = Object.fromEntries(fields.map((field) => [field.name, form.valueOf(field)]))
  const body = useRef<{ readonly which: WhichRecords; readonly values: AnyRecord }>(undefined)
  const path = { model: model.name }
  const run = useManyRun(
    async (next) => {
      // Every step is told the same as the first.
      body.current ??= { which: whichOf(), values }
      return await client.call('editMany', { path, body: { ...body.current, ...(next !== undefined && { next }) } })
    },
    ({ reply }) => {
      tellChange({ changeSet: reply.changeSet, text: t('many.edited', { count: reply.done }) })
      if (reply.keptCount === 0 && reply.next === null) onDone()
    },
  )
  const whichOf = (): WhichRecords => {
    if (meant.chosen.isAll) return { ...findingsOf(meant)[0], asOf: counted.data?.asOf ?? '' }
    const base = (record: AnyRecord) => Object.fromEntries(fields.map(({ name }) => [name, record[name] ?? null]))
    return { records: [...(seen.records ?? [])].map(([id, record]) => ({ id, base: base(record) })) }
  }
  const apply = () => {
    if (!form.check()) return
    const problems = checkManyValues(model, values)
    form.refuse(problems)
    const first = fields.find(({ name }) => problems.some(({ pointer }) => pointer === pointerTo('values', name)))
    setWrong(first)
    if (!first) run.start()
  }
  const allowed = counted.data?.allowed ?? 0
  return {
    form,
    offered,
    fields,
    add: (field) => setFields([...fields, field]),
    drop: (field) => {
      form.change(field, beginning[field.name] ?? null)
      setFields(fields.filter((each) => each !== field))
    },
    values,
    wrong,
    counted: counted.data,
    error: counted.error ?? seen.error,
    isReady: allowed > 0 && fields.length > 0 && seen.records !== undefined,
    apply,
    run,
  }
}

function untouchedValues(fields: readonly ModelField[]): AnyRecord {
  return Object.fromEntries(fields.map((field) => [field.name, inputOf(field).untouched?.(field) ?? null]))
}
