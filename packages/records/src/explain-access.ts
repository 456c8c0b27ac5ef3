/** Says why somebody may or may not do something with a record, whatever they may know of: for whoever runs the server. */
import { type Act, explain } from '@haykal/access'
import { existsRecord, selectRecord } from '@haykal/database'
import { type Condition, type Explanation, everything, keyOfId, notFound, type Viewer } from '@haykal/model'
import type { RecordsCore } from './door.ts'

/** What is asked. */
export interface AccessQuestion {
  readonly viewer: Viewer
  readonly act: Act
  readonly model: string
  /** The record; absent: any. */
  readonly id?: string
  /** Absent: the record as a whole. */
  readonly field?: string
}

/** Which rule decides. Throws `not_found` for a model, a record or a field that is not there. */
export async function explainAccess(core: RecordsCore, question: AccessQuestion): Promise<Explanation> {
  const { viewer, act, id, field } = question
  const model = core.models.get(question.model)
  if (!model || (field !== undefined && !model.field(field))) throw notFound()
  const asked = {
    access: core.access.for(viewer),
    model,
    act,
    isRevealing: true,
    ...(field === undefined ? {} : { field }),
  }
  if (id === undefined) return await explain(asked)
  const key = keyOfId(model, id)
  const record = key && (await selectRecord(core.database, model, { key, condition: everything, fields: model.fields }))
  if (!key || !record) throw notFound()
  const holds = (condition: Condition) => existsRecord(core.database, model, { key, condition })
  return await explain({ ...asked, record }, holds)
}
