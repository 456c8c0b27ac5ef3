/** Records over HTTP: what the address and the headers say becomes a call of the core, on behalf of whoever asks. */
import { endpoints, fillPath, type RecordReply } from '@haykal/contract'
import { HaykalError, notFound, type Viewer } from '@haykal/model'
import { describeModels, openRecords } from '@haykal/records'
import type { Answer, Handlers } from '../http/asked.ts'
import { readListQuery } from '../http/read-list-query.ts'
import type { State } from './state.ts'

type RecordHandlers = Pick<
  Handlers,
  'listRecords' | 'createRecord' | 'readRecord' | 'explainRecord' | 'editRecord' | 'removeRecord' | 'unlockModel'
>

/** The handlers of records. */
export function recordHandlers(state: State): RecordHandlers {
  const { adopted } = state
  const reading = async (viewer: Viewer) => openRecords(await state.records(), viewer)
  /** Another process, such as the command `unlock`, may have opened the model a moment ago. */
  const writing = async (viewer: Viewer, model: string) => {
    if (adopted && state.core.closedOf(model) !== undefined) await adopted.learnUnlocked().catch(unlessClosed)
    return await reading(viewer)
  }
  return {
    listRecords: async ({ viewer, path, parameters }) => ({
      reply: await (await reading(viewer)).list(path.model, readListQuery(parameters)),
    }),
    readRecord: async ({ viewer, path }) => withEtag(await (await reading(viewer)).read(path.model, path.id)),
    async explainRecord({ viewer, path: { model, id, act } }) {
      return { reply: { explanation: await (await reading(viewer)).explain(model, id, act) } }
    },
    async createRecord({ viewer, path, body }) {
      const created = await (await writing(viewer, path.model)).create(path.model, body.values)
      const location = fillPath(endpoints.readRecord.path, { model: path.model, id: created.meta.id })
      return { ...withEtag(created, { Location: location }), status: 201 }
    },
    async editRecord({ viewer, path, body, header }) {
      const ifMatch = header('if-match')
      const request = { ...body, ...(ifMatch === undefined ? {} : { ifMatch }) }
      return withEtag(await (await writing(viewer, path.model)).edit(path.model, path.id, request))
    },
    async removeRecord({ viewer, path, header }) {
      const records = await writing(viewer, path.model)
      const ifMatch = header('if-match')
      if (ifMatch === undefined) throw new HaykalError('base_required', { params: { header: 'If-Match' } })
      await records.remove(path.model, path.id, ifMatch)
      return { reply: undefined }
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

function withEtag(reply: RecordReply, headers: { readonly [name: string]: string } = {}): Answer<RecordReply> {
  return { reply, headers: { ...headers, ETag: reply.meta.etag } }
}
