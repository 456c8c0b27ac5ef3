/** Expects that a change of a view is based on what is kept: two people never overwrite each other unseen. */
import { conflict, HaykalError, isSameJson, type Json, type Problem } from '@haykal/model'
import type { ViewChanges, ViewEdit } from './create-views.ts'
import { audienceFor, type KeptView, type ViewAsker } from './kept-view.ts'

const parts = ['name', 'list', 'sharedWith', 'defaultFor'] as const satisfies readonly (keyof ViewChanges)[]

/** Throws `base_required` where a base is missing, and `conflict` by the parts that somebody else changed meanwhile. */
export function expectViewBase(
  view: KeptView,
  { asker, values, base, present }: Pick<ViewEdit, 'values' | 'base' | 'present'> & { readonly asker: ViewAsker },
): void {
  const changed = parts.filter((part) => values[part] !== undefined)
  const missing = changed.filter((part) => base[part] === undefined)
  if (missing.length > 0) {
    const problems = missing.map((part): Problem => ({ pointer: `/base/${part}`, code: 'required' }))
    throw new HaykalError('base_required', { problems })
  }
  const seen: { readonly [part in keyof ViewChanges]: Json } = {
    name: view.name,
    list: present(view.list),
    sharedWith: audienceFor(view, asker) as Json,
    defaultFor: [...view.defaultFor],
  }
  const fields = changed.flatMap((part) => {
    const all = { base: base[part] as Json, theirs: seen[part] ?? null, yours: values[part] as Json }
    return isSameJson(all.base, all.theirs) || isSameJson(all.theirs, all.yours) ? [] : [[part, all] as const]
  })
  if (fields.length > 0) throw conflict(Object.fromEntries(fields))
}
