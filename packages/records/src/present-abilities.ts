/** What a viewer may do with records that they see, said by the server so that the browser repeats no rule. */
import type { PageAbilities } from '@haykal/contract'
import { type NamedTest, type Page, selectTitles } from '@haykal/database'
import { type Condition, isEverything, isNothing } from '@haykal/model'
import { isAllowed } from './allow-act.ts'
import type { Door } from './door.ts'
import { holdsInMemory } from './holds-in-memory.ts'
import { settableFields } from './settable-fields.ts'

/** What a page shows: its records, as they were read or written. */
type Shown = Pick<Page, 'records' | 'written'>

/** What may be done with the records of a page. A rule that every record passes, every one that is seen, or that asks only what is seen, is not asked of the database; of others, one question a page. */
export async function presentAbilities(door: Door, page: Shown): Promise<PageAbilities> {
  const [edit, remove] = await Promise.all([actOn(door, 'edit', page), actOn(door, 'remove', page)])
  const fields = edit === false ? undefined : settableFields(door.visible, 'edit')
  return { edit, remove, ...(fields === undefined ? {} : { fields }) }
}

/** The rules that tell so, where the answer is not the same for all that is seen. */
export function testsOfAbilities(door: Door): readonly NamedTest[] {
  return (['edit', 'remove'] as const).flatMap((act) => {
    const scope = scopeOf(door, act)
    return typeof scope === 'boolean' ? [] : [{ name: act, condition: scope }]
  })
}

/** The rule of an act, where the answer is not the same for all that is seen. */
function scopeOf({ core, visible }: Door, act: 'edit' | 'remove'): Condition | boolean {
  const scope = visible.scope(act)
  if (visible.model.key.length === 0 || core.closedOf(visible.model.name) !== undefined || isNothing(scope))
    return false
  return isEverything(scope) || visible.rules.acts[act] === visible.rules.acts.read || scope
}

async function actOn(door: Door, act: 'edit' | 'remove', page: Shown): Promise<boolean | readonly boolean[]> {
  const { core, visible } = door
  const scope = scopeOf(door, act)
  if (typeof scope === 'boolean') return scope
  const passing = page.written?.passing(act)
  if (passing) return passing
  const { key } = visible.model
  const [only, ...others] = key
  const { records } = page
  const known = records.map((record) => holdsInMemory(core, scope, record))
  if (known.every((each) => each !== undefined)) return known
  if (!only || others.length > 0) {
    const keys = records.map((record) => key.map((field) => record[field.name] ?? null))
    return await Promise.all(keys.map((values) => isAllowed(door, { act, key: values }, core.database)))
  }
  const values = records.map((record) => record[only.name] ?? null)
  const found = await selectTitles(core.database, visible.model, { field: only, values, condition: scope, title: only })
  const passed = new Set(found.map((record) => record[only.name] ?? null))
  return values.map((value) => passed.has(value))
}
