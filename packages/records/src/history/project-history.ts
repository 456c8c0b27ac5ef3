/** The history of a whole project: change-sets, newest first, as one viewer may know of them. */
import type { Actor, ChangeCount, ChangePage, ChangeSet, ChangeSetPage, ChangesQuery } from '@haykal/contract'
import { type Connection, countSet, type StoredChange, selectSetChanges, selectSets } from '@haykal/database'
import { isEverything, malformed, notFound, type Problem } from '@haykal/model'
import type { Entrance } from '../door.ts'
import type { PlaceScope } from './opaque-place.ts'
import { writePlace } from './opaque-place.ts'
import { changedTitle, type HeadSource, headsOf, presentChange, titlesOfChanges } from './present-changes.ts'
import { historyPage, numberIn } from './record-history.ts'
import { type SeenChange, seenChanges, seenOf } from './seen-changes.ts'
import { readSeenPage } from './seen-page.ts'

/** Changes of one change-set that are looked at to describe it; of a larger one, who may not see everything is told of these alone. */
const mostLookedAt = 200

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
  const page = await readSeenPage<StoredChange, ChangeSet>({
    from: after === undefined ? undefined : numberIn(place, after),
    limit,
    placeOf: ({ number }) => number,
    read: async (before, most) =>
      core.history
        ? await selectSets(connection, { ...request, limit: most, ...(before === undefined ? {} : { before }) })
        : [],
    async see(found) {
      const heads = await headsOf(entrance, found, connection)
      const sets: (ChangeSet | undefined)[] = []
      for (const first of found) sets.push(await describeSet(entrance, { first, heads, about: query }, connection))
      return sets
    },
  })
  const people = new Map(page.seen.flatMap(({ by }) => (by ? [[by.id, by] as [string, Actor]] : [])))
  return {
    data: page.seen,
    meta: {
      next: page.next === null ? null : writePlace(place, { number: page.next }),
      people: [...people.values()],
    },
  }
}

/** Moments are kept in one form, in which the earlier one is the lesser text. */
function momentOf(text: string | undefined): string | undefined {
  return text === undefined ? undefined : new Date(text).toISOString()
}

function placeOf({ core, access }: Entrance, { person, means, model, field, from, to }: ChangesQuery): PlaceScope {
  const asked = [person, means, model, field, from, to].map((each) => each ?? null)
  return { secret: core.secret, of: ['changes', access.viewer.id, ...asked], pointer: '?after' }
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

/** Which change-set is described. */
export interface DescribedSet {
  /** The first change in it. */
  readonly first: StoredChange
  readonly heads: HeadSource
  /** What it has to be about for it to be told; absent: anything. */
  readonly about?: Pick<ChangesQuery, 'model' | 'field'>
}

/** What is told of a change-set; undefined where the viewer may know of nothing in it, or of nothing that is asked about. */
export async function describeSet(
  entrance: Entrance,
  { first, heads, about = {} }: DescribedSet,
  connection: Connection,
): Promise<ChangeSet | undefined> {
  const request = { changeSet: first.changeSet, from: 0, direction: 'up', limit: mostLookedAt + 1 } as const
  const changes = await selectSetChanges(connection, request)
  const seen = await seenChanges(entrance, changes.slice(0, mostLookedAt), connection)
  const [shown] = seen
  if (!shown) return undefined
  const isLarge = changes.length > mostLookedAt
  const isFound = isLarge && about.model !== undefined && seesAll(entrance, about.model)
  if (!isFound && !seen.some((each) => isAbout(each, about))) return undefined
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

/** That there is such a change in a change-set is no answer, unless the viewer may know of that very one. */
function isAbout({ change, fields }: SeenChange, { model, field }: Pick<ChangesQuery, 'model' | 'field'>): boolean {
  if (model !== undefined && change.model !== model) return false
  return field === undefined || fields.some(({ name }) => name === field)
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
  const place: PlaceScope = {
    secret: core.secret,
    of: ['set', entrance.access.viewer.id, changeSet],
    pointer: '?after',
  }
  const from = after === undefined ? 0 : numberIn(place, after)
  const [first] = await selectSetChanges(connection, { changeSet, from: 0, direction: 'up', limit: 1 })
  if (!first) throw notFound()
  const heads = await headsOf(entrance, [first], connection)
  const set = await describeSet(entrance, { first, heads }, connection)
  if (!set) throw notFound()
  const page = await readSeenPage<StoredChange, SeenChange>({
    from,
    limit,
    placeOf: ({ ordinal }) => ordinal,
    read: (last = 0, most) => selectSetChanges(connection, { changeSet, from: last, direction: 'up', limit: most }),
    see: (changes) => seenOf(entrance, changes, connection),
  })
  return {
    set,
    data: page.seen.map((each) => presentChange(each, heads)),
    meta: {
      next: page.next === null ? null : writePlace(place, { number: page.next }),
      titles: await titlesOfChanges(entrance, page.seen, connection),
    },
  }
}
