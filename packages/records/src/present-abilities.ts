/** What a viewer may do with records that they see, said by the server so that the browser repeats no rule. */
import type { PageAbilities } from '@haykal/contract'
import { type Page, selectTitles, type WrittenRecords } from '@haykal/database'
import { type Condition, idOfKey, isEverything, isNothing, type Model, recordId } from '@haykal/model'
import { isAllowed } from './allow-act.ts'
import type { Door } from './door.ts'
import { holdsInMemory } from './holds-in-memory.ts'
import { settableFields } from './settable-fields.ts'

/** What a page shows: its records, or what they hold. */
type Shown = Pick<Page, 'records' | 'written'>

/** What may be done with the records of a page. A rule that every record passes, every one that is seen, or that asks only what is seen, is not asked of the database; of others, one question a page. */
export async function presentAbilities(door: Door, page: Shown): Promise<PageAbilities> {
  const [edit, remove] = await Promise.all([actOn(door, 'edit', page), actOn(door, 'remove', page)])
  const fields = edit === false ? undefined : settableFields(door.visible, 'edit')
  return { edit, remove, ...(fields === undefined ? {} : { fields }) }
}

/** The rules that tell so, where the answer is not the same for all that is seen. */
export function testsOfAbilities(door: Door): readonly Condition[] {
  return (['edit', 'remove'] as const).flatMap((act) => {
    const scope = scopeOf(door, act)
    return typeof scope === 'boolean' ? [] : [scope]
  })
}

/** The rule of an act, where the answer is not the same for all that is seen. */
function scopeOf({ core, visible }: Door, act: 'edit' | 'remove'): Condition | boolean {
  const scope = visible.scope(act)
  if (visible.model.key.length === 0 || core.closedOf(visible.model.name) !== undefined || isNothing(scope))
    return false
  return isEverything(scope) || visible.rules.acts[act] === visible.rules.acts.read || scope
}

async function actOn(door: Door, act: 'edit' | 'remove', page: Shown): Promise<boolean | readonly string[]> {
  const { core, visible } = door
  const scope = scopeOf(door, act)
  if (typeof scope === 'boolean') return scope
  const { key } = visible.model
  const [only, ...others] = key
  const passing = page.written?.passing(scope)
  if (passing) return idsOf(visible.model, page.written, passing)
  const { records } = page
  const known = records.map((record) => holdsInMemory(core, scope, record))
  if (!known.includes(undefined))
    return records.filter((_, index) => known[index]).map((record) => recordId(visible.model, record))
  if (!only || others.length > 0) {
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

/** The ids of the records of a page that pass. */
function idsOf(model: Model, written: WrittenRecords | undefined, passing: readonly number[]): readonly string[] {
  if (passing.length === 0) return []
  const key = model.key.map((field) => written?.held(field) ?? [])
  return passing.map((at) =>
    idOfKey(
      model,
      key.map((held) => held[at] ?? null),
    ),
  )
}
