/** Says of fields in conflict who changed them, and when, as far as the history knows. */
import { type Connection, selectRecordChanges } from '@haykal/database'
import { type Conflict, idOfKey, type Json } from '@haykal/model'
import type { Door } from './door.ts'

/** The conflicts, each with the name of whoever changed the field last, and the moment. */
export async function nameConflicts(
  { core, visible: { model } }: Door,
  { key, conflicts }: { readonly key: readonly Json[]; readonly conflicts: Conflict },
  connection: Connection,
): Promise<Conflict> {
  if (!core.history) return conflicts
  const about = { model: model.name, record: idOfKey(model, key), limit: 1 }
  const named = await Promise.all(
    Object.entries(conflicts).map(async ([field, sides]) => {
      const [change] = await selectRecordChanges(connection, { ...about, field })
      if (change?.act !== 'edit') return [field, sides] as const
      const by = change.by === null ? undefined : (await core.namesOf?.([change.by]))?.get(change.by)
      return [field, { ...sides, at: change.at, ...(by === undefined ? {} : { by }) }] as const
    }),
  )
  return Object.fromEntries(named)
}
