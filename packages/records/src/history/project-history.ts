/** The history of a whole project: change-sets, newest first, as one viewer may know of them. */
import type { Actor, ChangeCount, ChangePage, ChangeSet, ChangeSetPage, ChangesQuery } from '@haykal/contract'
import { type Connection, countSet, type StoredChange, selectSetChanges, selectSets } from '@haykal/database'
import { isEverything, malformed, notFound, type Problem } from '@haykal/model'
import type { Entrance } from '../door.ts'
import type { PlaceScope } from './opaque-place.ts'
import { writePlace } from './opaque-place.ts'
import { changedTitle, type HeadSource, headsOf, presentChange, titlesOfChanges } from './present-changes.ts'
import { historyPage, numberIn } from './record-history.ts'
import { type SeenChange, seenChanges } from './seen-changes.ts'

/** Changes of one change-set that are looked at to describe it; of a larger one, who may not see everything is told of these alone. */
const mostLookedAt = 200

/** Change-sets that are gone through for one page, most of which the viewer may know nothing of. */
const mostGoneThrough = 1_000

/** A page of it. Throws `malformed` for a model or a field that is not there. */
export async function projectHistory(entrance: Entrance, query: ChangesQuery): Promise<ChangeSetPage> {
  const { core } = entrance
  const connection: Connection = core.database
  expectKnown(entrance, query)
  const { after, limit = historyPage.usual, person, means, model, field, from, to } = query
  const place = placeOf(entrance, query)
  const request = Object.fromEntries(
    Object.entries({ by: person, means, model, field, from: momentOf(from), to: momentOf(to) }).filter(
      ([, value]) => value !== undefined,
    ),
  )
  const data: { readonly set: ChangeSet; readonly number: number }[] = []
  let before = after === undefined ? undefined : numberIn(place, after)
  let gone = 0
  let isEnd = !core.history
  while (data.length < limit && !isEnd && gone < mostGoneThrough) {
    const found = await selectSets(connection, {
      ...request,
      limit: limit + 1,
      ...(before === undefined ? {} : { before }),
    })
    isEnd = found.length <= limit
    const heads = await headsOf(entrance, found, connection)
    for (const first of found.slice(0, limit)) {
      if (data.length === limit) {
        isEnd = false
        break
      }
      before = first.number
      gone += 1
      const set = await describeSet(entrance, { first, heads }, connection)
      if (set) data.push({ set, number: first.number })
    }
  }
  const people = new Map(data.flatMap(({ set: { by } }) => (by ? [[by.id, by] as [string, Actor]] : [])))
  return {
    data: data.map(({ set }) => set),
    meta: {
      next: isEnd || before === undefined ? null : writePlace(place, { number: before }),
      people: [...people.values()],
    },
  }
}

/** Moments are kept in one form, in which the earlier one is the lesser text. */
function momentOf(text: string | undefined): string | undefined {
  return text === undefined ? undefined : new Date(text).toISOString()
}

function placeOf({ core }: Entrance, { person, means, model, field, from, to }: ChangesQuery): PlaceScope {
  const asked = [person, means, model, field, from, to].map((each) => each ?? null)
  return { secret: core.secret, of: ['changes', ...asked], pointer: '?after' }
}

function expectKnown({ access }: Entrance, { model, field }: ChangesQuery): void {
  const visible = model === undefined ? undefined : access.model(model)
  const problems: Problem[] = []
  if (model !== undefined && !visible)
    problems.push({ pointer: '?model', code: 'unknown_field', params: { name: model } })
  if (field !== undefined && !visible?.field(field))
    problems.push({ pointer: '?field', code: 'unknown_field', params: { name: field } })
  if (problems.length > 0) throw malformed(problems)
}

/** What is told of a change-set; undefined where the viewer may know of nothing in it. */
export async function describeSet(
  entrance: Entrance,
  { first, heads }: { readonly first: StoredChange; readonly heads: HeadSource },
  connection: Connection,
): Promise<ChangeSet | undefined> {
  const request = { changeSet: first.changeSet, from: 0, direction: 'up', limit: mostLookedAt + 1 } as const
  const changes = await selectSetChanges(connection, request)
  const seen = await seenChanges(entrance, changes.slice(0, mostLookedAt), connection)
  const [shown] = seen
  if (!shown) return undefined
  const isLarge = changes.length > mostLookedAt
  const stored = isLarge ? await countSet(connection, first.changeSet) : []
  const isAllSeen = stored.every(({ model }) => seesAll(entrance, model))
  const { model, record, act } = shown.change
  return {
    ...heads.headOf(first),
    counts: isLarge && isAllSeen ? stored : countsOf(seen),
    isMore: isLarge && !isAllSeen,
    first: {
      model,
      record,
      act,
      title: changedTitle(shown),
      isThere: shown.stored !== undefined,
      fields: act === 'edit' ? shown.fields.map(({ name }) => name) : [],
    },
  }
}

/** Whether every change of a model can be known of: all records may be read, and no field is hidden. */
export function seesAll({ access, core }: Entrance, name: string): boolean {
  const visible = access.model(name)
  return (
    visible !== undefined &&
    isEverything(visible.scope('read')) &&
    visible.fields.length === core.models.get(name)?.fields.length
  )
}

function countsOf(seen: readonly SeenChange[]): ChangeCount[] {
  const counts = new Map<string, ChangeCount>()
  for (const { change } of seen) {
    const { model, act } = change
    const name = `${act} ${model}`
    counts.set(name, { model, act, count: (counts.get(name)?.count ?? 0) + 1 })
  }
  return [...counts.values()]
}

/** One change-set with a page of its changes, in their order. Throws `not_found` where nothing in it may be known of. */
export async function readChangeSet(
  entrance: Entrance,
  changeSet: string,
  { after, limit = historyPage.usual }: Pick<ChangesQuery, 'after' | 'limit'>,
): Promise<ChangePage & { readonly set: ChangeSet }> {
  const { core } = entrance
  const connection: Connection = core.database
  if (!core.history) throw notFound()
  const place: PlaceScope = { secret: core.secret, of: ['set', changeSet], pointer: '?after' }
  const from = after === undefined ? 0 : numberIn(place, after)
  const [first] = await selectSetChanges(connection, { changeSet, from: 0, direction: 'up', limit: 1 })
  if (!first) throw notFound()
  const heads = await headsOf(entrance, [first], connection)
  const set = await describeSet(entrance, { first, heads }, connection)
  if (!set) throw notFound()
  const found = await selectSetChanges(connection, { changeSet, from, direction: 'up', limit: limit + 1 })
  const page = found.slice(0, limit)
  const seen = await seenChanges(entrance, page, connection)
  const last = page.at(-1)
  return {
    set,
    data: seen.map((each) => presentChange(each, heads)),
    meta: {
      next: found.length > limit && last ? writePlace(place, { number: last.ordinal }) : null,
      titles: await titlesOfChanges(entrance, seen, connection),
    },
  }
}
