/** Records over HTTP: what the address and the headers say becomes a call of the core, on behalf of whoever asks. */
import { endpoints, fillPath, type RecordReply } from '@haykal/contract'
import { HaykalError, notFound, type Viewer } from '@haykal/model'
import { describeModels, type Origin, openRecords, type Records } from '@haykal/records'
import type { Answer, Asked, Handlers } from '../http/asked.ts'
import { originOf } from '../http/origin-of.ts'
import { readListQuery } from '../http/read-list-query.ts'
import type { State } from './state.ts'

type RecordHandlers = Pick<
  Handlers,
  'listRecords' | 'createRecord' | 'readRecord' | 'explainRecord' | 'editRecord' | 'removeRecord' | 'unlockModel'
>

/** What is to be done with records. */
export interface Opening {
  /** The model that is about to be changed; absent: records are only read. */
  readonly model?: string
  /** Absent: what the request itself tells. */
  readonly origin?: Origin
}

/** The records on behalf of whoever asks. Another process, such as the command `unlock`, may have opened the model a moment ago. */
export async function openWritable(state: State, asked: Asked, { model, origin }: Opening = {}): Promise<Records> {
  const { adopted, core } = state
  if (adopted && model !== undefined && core.closedOf(model) !== undefined)
    await adopted.learnUnlocked().catch(unlessClosed)
  return openRecords(await state.records(), asked.viewer, origin ?? originOf(asked))
}

/** The handlers of records. */
export function recordHandlers(state: State): RecordHandlers {
  const { adopted } = state
  const reading = async (viewer: Viewer) => openRecords(await state.records(), viewer)
  return {
    listRecords: async ({ viewer, path, parameters }) => ({
      reply: await (await reading(viewer)).listAsJson(path.model, readListQuery(parameters)),
    }),
    readRecord: async ({ viewer, path }) => withEtag(await (await reading(viewer)).read(path.model, path.id)),
    async explainRecord({ viewer, path: { model, id, act } }) {
      return { reply: { explanation: await (await reading(viewer)).explain(model, id, act) } }
    },
    async createRecord(asked) {
      const { path, body } = asked
      const created = await (await openWritable(state, asked, path)).create(path.model, body.values, body.children)
      const location = fillPath(endpoints.readRecord.path, { model: path.model, id: created.meta.id })
      return { ...withEtag(created, { Location: location }), status: 201 }
    },
    async editRecord(asked) {
      const { path, body, header } = asked
      const ifMatch = header('if-match')
      const request = { ...body, ...(ifMatch === undefined ? {} : { ifMatch }) }
      return withEtag(await (await openWritable(state, asked, path)).edit(path.model, path.id, request))
    },
    async removeRecord(asked) {
      const { path, header } = asked
      const records = await openWritable(state, asked, path)
      const ifMatch = header('if-match')
      if (ifMatch === undefined) throw new HaykalError('base_required', { params: { header: 'If-Match' } })
      return { reply: await records.remove(path.model, path.id, ifMatch) }
    },
    async unlockModel({ viewer, path }) {
      const find = () => describeModels(state.core, viewer).find((each) => each.name === path.model)
      await state.records()
      if (!find()) throw notFound()
      await adopted?.unlock(path.model)
      const model = find()
      if (!model) throw notFound()
      return { reply: { model } }
    },
  }
}

/** That a model is closed is said by the core, after all that comes before it: whether the person may know of it at all. */
function unlessClosed(error: unknown): void {
  if (!(error instanceof HaykalError) || error.code !== 'locked') throw error
}

/** The answer of a record, its ETag in the header. */
export function withEtag(reply: RecordReply, headers: { readonly [name: string]: string } = {}): Answer<RecordReply> {
  return { reply, headers: { ...headers, ETag: reply.meta.etag } }
}
