/** Records over HTTP: what the address and the headers say becomes a call of the core, on behalf of whoever asks. */
import { endpoints, fillPath, type RecordReply } from '@haykal/contract'
import { HaykalError, notFound } from '@haykal/model'
import { describeModels, openRecords } from '@haykal/records'
import type { Answer, Handlers } from '../http/asked.ts'
import { readListQuery } from '../http/read-list-query.ts'
import type { State } from './state.ts'

type RecordHandlers = Pick<
  Handlers,
  'listRecords' | 'createRecord' | 'readRecord' | 'editRecord' | 'removeRecord' | 'unlockModel'
>

/** The handlers of records. */
export function recordHandlers({ core, openModels }: State): RecordHandlers {
  /** Another process, such as the command `unlock`, may have opened the model a moment ago. */
  const learnWhatIsOpen = async (model: string) => {
    if (core.closedOf(model) === 'locked') await openModels?.refresh()
  }
  return {
    listRecords: async ({ viewer, path, parameters }) => ({
      reply: await openRecords(core, viewer).list(path.model, readListQuery(parameters)),
    }),
    readRecord: async ({ viewer, path }) => withEtag(await openRecords(core, viewer).read(path.model, path.id)),
    async createRecord({ viewer, path, body }) {
      await learnWhatIsOpen(path.model)
      const created = await openRecords(core, viewer).create(path.model, body.values)
      const location = fillPath(endpoints.readRecord.path, { model: path.model, id: created.meta.id })
      return { ...withEtag(created, { Location: location }), status: 201 }
    },
    async editRecord({ viewer, path, body, header }) {
      await learnWhatIsOpen(path.model)
      const ifMatch = header('if-match')
      const request = { ...body, ...(ifMatch === undefined ? {} : { ifMatch }) }
      return withEtag(await openRecords(core, viewer).edit(path.model, path.id, request))
    },
    async removeRecord({ viewer, path, header }) {
      await learnWhatIsOpen(path.model)
      const ifMatch = header('if-match')
      if (ifMatch === undefined) throw new HaykalError('base_required', { params: { header: 'If-Match' } })
      await openRecords(core, viewer).remove(path.model, path.id, ifMatch)
      return { reply: undefined }
    },
    async unlockModel({ viewer, path }) {
      const find = () => describeModels(core, viewer).find((each) => each.name === path.model)
      if (!find()) throw notFound()
      await openModels?.open(path.model)
      const model = find()
      if (!model) throw notFound()
      return { reply: { model } }
    },
  }
}

function withEtag(reply: RecordReply, headers: { readonly [name: string]: string } = {}): Answer<RecordReply> {
  return { reply, headers: { ...headers, ETag: reply.meta.etag } }
}
