/** The one table that unlocking adds to an adopted file: what was changed through Haykal, by whom, from what to what. */
import { randomUUID } from 'node:crypto'
import type { Queries } from '@haykal/database'
import { type Adoption, HaykalError } from '@haykal/model'
import type { WrittenChange } from '@haykal/records'

/** Its name; in the file itself, as a change and its history must be kept together or not at all. */
export const historyTable = 'haykal_history'

const columns = ['id', 'change_set', 'at', 'by', 'means', 'model', 'record', 'act', 'before', 'after'] as const

/** Makes the table where it is missing. Throws `locked` when the name is taken by a table of somebody else's. */
export async function makeHistoryTable(queries: Queries): Promise<void> {
  const [id, ...texts] = columns
  let table = queries.schema
    .createTable(historyTable)
    .ifNotExists()
    .addColumn(id, 'integer', (column) => column.primaryKey())
  for (const name of texts) table = table.addColumn(name, 'text')
  await table.execute()
  await queries
    .selectFrom(historyTable)
    .select([...columns])
    .limit(1)
    .execute()
    .catch((cause: unknown) => {
      throw new HaykalError('locked', { params: { reason: 'read-only-file' }, cause })
    })
}

/** Writes one change into it, in the transaction of the change. */
export async function keepInHistory(queries: Queries, change: WrittenChange): Promise<void> {
  const { act, model, id, before, after, viewer } = change
  const row = {
    change_set: randomUUID(),
    at: new Date().toISOString(),
    by: viewer.id,
    means: 'api',
    model: model.name,
    record: id,
    act,
    before: before && JSON.stringify(before),
    after: after && JSON.stringify(after),
  }
  await queries.insertInto(historyTable).values(row).execute()
}

/** What was adopted, without the table: it is ours. One of the same name but with other columns is somebody else's and stays. */
export function withoutHistory(adoption: Adoption): Adoption {
  const { guesses, objects } = adoption
  const ours = guesses.find(({ definition: { name, table = name, fields } }) => {
    const names = Object.entries(fields).map(([field, { column = field }]) => column)
    return table === historyTable && columns.every((column) => names.includes(column))
  })?.definition.name
  return ours === undefined
    ? adoption
    : {
        ...adoption,
        guesses: guesses.filter(({ definition }) => definition.name !== ours),
        objects: objects.filter(({ model, name }) => model !== ours && name !== historyTable),
      }
}
