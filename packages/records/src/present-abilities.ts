/** What a viewer may do with records that they see, said by the server so that the browser repeats no rule. */
import type { PageAbilities } from '@haykal/contract'
import { selectTitles } from '@haykal/database'
import { type AnyRecord, isEverything, isNothing, recordId } from '@haykal/model'
import { isAllowed } from './allow-act.ts'
import type { Door } from './door.ts'
import { holdsInMemory } from './holds-in-memory.ts'
import { settableFields } from './settable-fields.ts'

/** What may be done with the records of a page. A rule that every record passes, every one that is seen, or that asks only what is seen, is not asked of the database; of others, one question a page. */
export async function presentAbilities(door: Door, records: readonly AnyRecord[]): Promise<PageAbilities> {
  const [edit, remove] = await Promise.all([actOn(door, 'edit', records), actOn(door, 'remove', records)])
  const fields = edit === false ? undefined : settableFields(door.visible, 'edit')
  return { edit, remove, ...(fields === undefined ? {} : { fields }) }
}

async function actOn(
  door: Door,
  act: 'edit' | 'remove',
  records: readonly AnyRecord[],
): Promise<boolean | readonly string[]> {
  const { core, visible } = door
  const scope = visible.scope(act)
  const { key } = visible.model
  const [only, ...others] = key
  if (!only || core.closedOf(visible.model.name) !== undefined || isNothing(scope)) return false
  if (isEverything(scope) || visible.rules.acts[act] === visible.rules.acts.read) return true
  const known = records.map((record) => holdsInMemory(core, scope, record))
  if (!known.includes(undefined))
    return records.filter((_, index) => known[index]).map((record) => recordId(visible.model, record))
  if (others.length > 0) {
    const allowed = await Promise.all(
      records.map(async (record) => {
        const values = key.map((field) => record[field.name] ?? null)
        return (await isAllowed(door, { act, key: values }, core.database)) ? [recordId(visible.model, record)] : []
      }),
    )
    return allowed.flat()
  }
  const values = records.map((record) => record[only.name] ?? null)
  const found = await selectTitles(core.database, visible.model, { field: only, values, condition: scope, title: only })
  return found.map((record) => recordId(visible.model, record))
}
