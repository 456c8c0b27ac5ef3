/** All that the history of a database holds, as tests look at it. */
import { type Connection, historyTable } from '@haykal/database'
import type { AnyRecord } from '@haykal/model'

/** One change. */
export interface KeptChange {
  readonly act: string
  readonly model: string
  readonly record: string
  readonly means: string | null
  readonly before: AnyRecord | null
  readonly after: AnyRecord | null
}

/** The changes in their order. */
export async function keptChanges({ queries }: Pick<Connection, 'queries'>): Promise<readonly KeptChange[]> {
  const rows = await queries.selectFrom(historyTable).selectAll().orderBy('id').execute()
  const image = (text: unknown) => (typeof text === 'string' ? (JSON.parse(text) as AnyRecord) : null)
  return rows.map(({ act, model, record, means, before, after }) => ({
    act: String(act),
    model: String(model),
    record: String(record),
    means: means as string | null,
    before: image(before),
    after: image(after),
  }))
}
