/** What was changed, over HTTP: the history of a record and of the project, undo, the trash, and how long all of it is kept. */
import type { ChangesQuery, RecordHistoryQuery } from '@haykal/contract'
import { changesParameters, historyParameters } from '@haykal/contract/envelopes'
import { malformed, notFound } from '@haykal/model'
import type { ZodType } from 'zod'
import type { Asked, Handlers } from '../http/asked.ts'
import { originOf } from '../http/origin-of.ts'
import type { Parameters } from '../http/read-address.ts'
import { parameterProblems } from '../http/read-list-query.ts'
import { writeChangesCsv } from './changes-csv.ts'
import { openWritable, withEtag } from './records.ts'
import { readRetention, saveRetention } from './retention.ts'
import type { State } from './state.ts'

type ChangeHandlers = Pick<
  Handlers,
  | 'recordHistory'
  | 'restoreRecord'
  | 'listTrash'
  | 'emptyTrash'
  | 'listChanges'
  | 'exportChanges'
  | 'readChanges'
  | 'previewUndo'
  | 'undoChanges'
  | 'readRetention'
  | 'saveRetention'
>

/** The handlers of changes. */
export function changeHandlers(state: State): ChangeHandlers {
  const { settings } = state.auth
  const open = (asked: Asked, model?: string) =>
    openWritable(state, asked, { ...(model === undefined ? {} : { model }) })
  return {
    async recordHistory(asked) {
      const { model, id } = asked.path
      return { reply: await (await open(asked)).history(model, id, readHistoryQuery(asked.parameters)) }
    },
    async restoreRecord(asked) {
      const { model, id } = asked.path
      const records = await openWritable(state, asked, { model, origin: originOf(asked, 'restore') })
      return withEtag(await records.restore(model, id, asked.body))
    },
    async listTrash(asked) {
      const { after, limit } = readHistoryQuery(asked.parameters)
      return { reply: await (await open(asked)).trash(asked.path.model, given({ after, limit })) }
    },
    async emptyTrash(asked) {
      const { model } = asked.path
      return { reply: { emptied: await (await open(asked, model)).emptyTrash(model, asked.body) } }
    },
    async listChanges(asked) {
      return { reply: await (await open(asked)).changes(readChangesQuery(asked.parameters)) }
    },
    async exportChanges(asked) {
      const records = await open(asked)
      const text = await writeChangesCsv(records, readChangesQuery(asked.parameters))
      return {
        reply: new TextEncoder().encode(text),
        headers: {
          'Content-Type': 'text/csv; charset=utf-8',
          'Content-Disposition': 'attachment; filename="changes.csv"',
        },
      }
    },
    async readChanges(asked) {
      const { after, limit } = readHistoryQuery(asked.parameters)
      return { reply: await (await open(asked)).readChanges(asked.path.id, { ...given({ after, limit }) }) }
    },
    async previewUndo(asked) {
      // What would happen is found out by doing it and taking that back: which whoever only looks as somebody may do as well.
      return { reply: await (await open(asked, anyModel(state))).previewUndo(asked.path.id) }
    },
    async undoChanges(asked) {
      return { reply: await (await open(asked, anyModel(state))).undo(asked.path.id, asked.body) }
    },
    readRetention: async () => ({ reply: await readRetention(settings) }),
    saveRetention: async ({ body }) => ({ reply: await saveRetention(settings, body) }),
  }
}

/** A change-set may be of any model: whichever is closed may have been opened by another process a moment ago. */
function anyModel({ core }: State): string {
  const closed = core.models.all.find(({ name }) => core.closedOf(name) === 'locked')
  const [first] = core.models.all
  if (!first) throw notFound()
  return (closed ?? first).name
}

function readChangesQuery(parameters: Parameters): ChangesQuery {
  return readQuery(changesParameters, parameters)
}

function readHistoryQuery(parameters: Parameters): RecordHistoryQuery {
  return readQuery(historyParameters, parameters)
}

function readQuery<Query extends { readonly limit?: string | undefined }>(
  schema: ZodType<Query>,
  parameters: Parameters,
) {
  const read = schema.safeParse(Object.fromEntries(parameters))
  if (!read.success) throw malformed(read.error.issues.flatMap(parameterProblems))
  return given({ ...read.data, limit: limitIn(read.data.limit) })
}

function limitIn(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  const limit = Number(text)
  if (limit >= 1 && limit <= 200) return limit
  throw malformed([{ pointer: '?limit', code: limit < 1 ? 'too_small' : 'too_large', params: { min: 1, max: 200 } }])
}

/** Without what is absent. */
function given<Parts extends object>(parts: Parts) {
  return Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== undefined)) as {
    [Name in keyof Parts]?: Exclude<Parts[Name], undefined>
  }
}
