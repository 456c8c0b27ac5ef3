/** How far a search looked: told wherever it is not everywhere, so that nobody takes what was not found for what is not there. */
import type { SearchReach } from '@haykal/contract'
import { isEverything, type ListCondition, type Model, type SearchGround } from '@haykal/model'
import type { Door } from './door.ts'

/** How far a condition looks, by the grounds that it was made with; undefined: everywhere. Of several models the one that is asked first. */
export async function searchReach(
  { core: { searched }, visible }: Pick<Door, 'core' | 'visible'>,
  condition: ListCondition,
): Promise<SearchReach | undefined> {
  if (!searched) return undefined
  // To whom a rule shows some records, how many there are is not told.
  const seesAll = isEverything(visible.scope('read'))
  const told = await Promise.all(
    [...groundsIn(condition)].map(async ([model, ground]) => {
      const reach = await searched.reachOf(model, ground)
      if (!reach) return undefined
      const { why, rows, share } = reach
      const isTold = rows !== undefined && seesAll && model.name === visible.model.name
      return { why, model: model.name, ...(isTold && { rows }), ...(share !== undefined && { share }) }
    }),
  )
  return told.find((reach) => reach !== undefined)
}

function groundsIn(condition: ListCondition): ReadonlyMap<Model, SearchGround | undefined> {
  switch (condition.type) {
    case 'found':
      return new Map([[condition.of, condition.ground]])
    case 'all':
    case 'any':
      return new Map(condition.of.flatMap((each) => [...groundsIn(each)]))
    case 'through':
    case 'not':
    case 'children':
      return groundsIn(condition.of)
    case 'test':
      return new Map()
  }
}
