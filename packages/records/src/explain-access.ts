/** Says why somebody may or may not do something with a record, and what the rules of a model say to each role: for owners, and for whoever runs the server. */
import { type Act, explain, mentionsIn, mentionsInRights, tellRights } from '@haykal/access'
import { existsRecord, selectRecord } from '@haykal/database'
import {
  type Condition,
  type Explanation,
  everything,
  type Json,
  type Knows,
  keyOfId,
  type Mention,
  type Model,
  type ModelField,
  notFound,
  type ToldAbout,
  type ToldRights,
  type Viewer,
} from '@haykal/model'
import type { RecordsCore } from './door.ts'
import { titleOf, titlesOfMentions } from './present-titles.ts'

/** What is asked. */
export interface AccessQuestion {
  readonly viewer: Viewer
  readonly about: ToldAbout
  readonly act: Act
  readonly model: string
  /** The record; absent: any. */
  readonly id?: string
  /** Absent: the record as a whole. */
  readonly field?: string
}

/** What was found. */
export interface AccessAnswer {
  readonly explanation: Explanation
  /** What the record is called; absent: none was asked about, or it has no title. */
  readonly title?: string
}

/**
 * Which rule decides. `listener`: who is told, and so learns of nothing that they may not know; absent: whoever runs the server.
 * Throws `not_found` for a model, a record or a field that is not there.
 */
export async function explainAccess(
  core: RecordsCore,
  question: AccessQuestion,
  listener?: Viewer,
): Promise<AccessAnswer> {
  const { viewer, about, act, id, field } = question
  const { model, knows, namesOf } = listening(core, question.model, listener)
  if (field !== undefined && !knows(model)?.field(field)) throw notFound()
  const asked = { access: core.access.for(viewer), model, act, about, knows, ...(field === undefined ? {} : { field }) }
  if (id === undefined) return { explanation: await explain({ ...asked, titleOf: await namesOf(mentionsIn(asked)) }) }
  const key = keyOfId(model, id)
  const { condition, fields } = readableBy(core, model, listener)
  const record = key && (await selectRecord(core.database, model, { key, condition, fields }))
  if (!key || !record) throw notFound()
  const holds = (each: Condition) => existsRecord(core.database, model, { key, condition: each })
  const whole = { ...asked, record }
  const explanation = await explain({ ...whole, titleOf: await namesOf(mentionsIn(whole)) }, holds)
  const title = titleOf({ model, field: (name) => knows(model)?.field(name) }, record)
  return { explanation, ...(title === '' ? {} : { title }) }
}

/** What the rules of a model say to some roles. Throws `not_found` for a model that `listener` may not know of. */
export async function explainRights(
  core: RecordsCore,
  { model: name, roles }: { readonly model: string; readonly roles: readonly string[] },
  listener: Viewer,
): Promise<readonly ToldRights[]> {
  const { model, knows, namesOf } = listening(core, name, listener)
  const requests = roles.map((role) => ({ access: core.access.for({ id: null, role }), model, knows }))
  const titles = await namesOf(requests.flatMap(mentionsInRights))
  return requests.map((request) => tellRights({ ...request, titleOf: titles }))
}

/** What can be told to somebody. */
interface Listening {
  readonly model: Model
  readonly knows: Knows
  /** Finds out what records are called. */
  namesOf(mentions: readonly Mention[]): Promise<(field: ModelField, value: Json) => string | undefined>
}

function listening(core: RecordsCore, name: string, listener: Viewer | undefined): Listening {
  const model = core.models.get(name)
  // Whoever runs the server sees what owners do, and what owners do not see besides.
  const access = core.access.for(listener ?? { id: null, role: 'owner' })
  const knows: Knows = listener ? (each) => access.model(each.name) : (each) => each
  if (!model || !knows(model)) throw notFound()
  return {
    model,
    knows,
    namesOf: (mentions) => titlesOfMentions({ database: core.database, access }, mentions),
  }
}

function readableBy({ access }: RecordsCore, model: Model, listener: Viewer | undefined) {
  const visible = listener && access.for(listener).model(model.name)
  return visible
    ? { condition: visible.scope('read'), fields: visible.fields }
    : { condition: everything, fields: model.fields }
}
