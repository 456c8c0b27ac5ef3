/** The views of people: kept, shared, changed and removed, by those who may. */
import { randomBytes } from 'node:crypto'
import type { Database, Queries } from '@haykal/database'
import { invalid, isStorableText, type Json, notAllowed, notFound, type Problem, type RoleName } from '@haykal/model'
import { viewsModel } from '../tables/own-models.ts'
import { ownTable } from '../tables/own-table.ts'
import { createArrangements, type ViewArrangement } from './arrangements.ts'
import { expectViewBase } from './expect-view-base.ts'
import {
  type Audience,
  changedAudience,
  isShared,
  isSharedWith,
  isToldTo,
  type KeptView,
  mayChange,
  problemsOfAudience,
  problemsOfDefaults,
  problemsOfName,
  tidyName,
  type ViewAsker,
  viewOfRow,
} from './kept-view.ts'

/** Views of one person, of all models together; and shared ones of one model. */
const most = { ofPerson: 100, shared: 50 }

/** Behind all that was ever made. */
const endOfTime = '9999-12-31T23:59:59.999Z'

/** Views that are looked at to count some of them. */
const mostCounted = 2_000

/** Milliseconds for which a removed view can be brought back. */
const keptAfterRemoval = 30 * 86_400_000

/** What may change of a view. What is absent stays. */
export interface ViewChanges {
  readonly name?: string
  readonly list?: Json
  readonly sharedWith?: Audience
  readonly defaultFor?: readonly RoleName[]
}

/** A change of a view. */
export interface ViewEdit {
  readonly values: ViewChanges
  /** What the writer saw of what they change. */
  readonly base: ViewChanges
  /** What is wrong with the list; told with everything else that is wrong. */
  readonly problems: readonly Problem[]
  /** A list as the writer sees it. */
  readonly present: (list: Json) => Json
}

/** A new view. */
export interface NewView {
  readonly model: string
  readonly name: string
  readonly list: Json
  readonly sharedWith: Audience
  readonly problems: readonly Problem[]
}

/** Which view. */
export interface ViewPlace {
  readonly model: string
  readonly id: string
}

/** The views of people. Those that the asker is not told of are not there. */
export interface Views {
  /** Those of all models that the asker has or is shared with: what others share first, then what is the asker's alone; each oldest first. */
  told(asker: ViewAsker): Promise<readonly KeptView[]>
  /** Those of everybody, at most `mostCounted`: for what is merely counted, as nobody is told of what others keep for themselves. */
  everybodys(): Promise<readonly KeptView[]>
  /** How the asker arranged the views of a model, for each model. */
  arrangements(asker: ViewAsker): Promise<{ readonly [model: string]: ViewArrangement }>
  arrange(asker: ViewAsker, model: string, changes: ArrangementChanges): Promise<void>
  /** Throws `invalid` with every problem. */
  create(asker: ViewAsker, view: NewView): Promise<KeptView>
  /** Throws `not_found`, `not_allowed`, `invalid` with every problem, and `conflict` for what somebody else changed meanwhile. */
  edit(asker: ViewAsker, place: ViewPlace, edit: ViewEdit): Promise<KeptView>
  /** Throws `not_found` and `not_allowed`. */
  remove(asker: ViewAsker, place: ViewPlace): Promise<void>
  /** Brings back what was removed not long ago. Throws `not_found` and `not_allowed`. */
  restore(asker: ViewAsker, place: ViewPlace): Promise<KeptView>
}

/** What changes of an arrangement; null takes the start back. */
export interface ArrangementChanges {
  readonly order?: readonly string[]
  readonly start?: string | null
}

/** The views kept in our own database. */
export function createViews(database: Database, { roleNames }: { readonly roleNames: readonly RoleName[] }): Views {
  const rows = ownTable(database, viewsModel)
  const arrangements = createArrangements(database)

  async function present(test: Parameters<typeof rows.find>[0], queries?: Queries): Promise<readonly KeptView[]> {
    const found = (await rows.find(test, queries)).filter(({ removedAt }) => removedAt === null)
    return found.toSorted((one, other) => (one.createdAt < other.createdAt ? -1 : 1)).map(viewOfRow)
  }
  const ofPerson = (id: string, queries?: Queries) => present({ field: 'person', operator: 'eq', value: id }, queries)
  const shared = (queries?: Queries) => present({ field: 'isShared', operator: 'eq', value: true }, queries)
  const ofModel = (model: string, queries: Queries) =>
    present({ field: 'model', operator: 'eq', value: model }, queries)

  /** The view, for who may change it. */
  async function changeable(asker: ViewAsker, { model, id }: ViewPlace, queries: Queries) {
    const row = isStorableText(id) ? await rows.read(id, queries) : undefined
    const view = row && viewOfRow(row)
    if (!view || view.model !== model || !isToldTo(view, asker)) throw notFound()
    // Whoever is merely shared with does not learn that it was removed.
    if (!mayChange(view, asker)) throw row.removedAt === null ? notAllowed() : notFound()
    return { view, isRemoved: row.removedAt !== null }
  }

  /** Who may still make a view shared, and how many of a person's there may be. */
  async function problemsOfNumber(
    { model, person }: Pick<KeptView, 'model' | 'person'>,
    { isNew, isShared: becomesShared }: { readonly isNew: boolean; readonly isShared: boolean },
    queries: Queries,
  ): Promise<Problem[]> {
    const own = isNew && person !== null ? (await ofPerson(person, queries)).length : 0
    const others = becomesShared ? (await ofModel(model, queries)).filter(isShared).length : 0
    return [
      ...(own >= most.ofPerson ? [tooMany('', most.ofPerson)] : []),
      ...(others >= most.shared ? [tooMany('/sharedWith', most.shared)] : []),
    ]
  }

  /** Now, or as soon after it as sets a view behind all others of its model: they are shown in this order. */
  async function laterThanAll(model: string, queries: Queries): Promise<string> {
    const all = await rows.find({ field: 'model', operator: 'eq', value: model }, queries)
    const last = Math.max(0, ...all.map(({ createdAt }) => Date.parse(createdAt)))
    return new Date(Math.max(Date.now(), last + 1)).toISOString()
  }

  /** A role opens a list with one view: the others let it go. */
  async function takeDefaults(view: KeptView, queries: Queries): Promise<void> {
    if (view.defaultFor.length === 0) return
    for (const other of await ofModel(view.model, queries)) {
      const left = other.defaultFor.filter((role) => !view.defaultFor.includes(role))
      if (other.id !== view.id && left.length < other.defaultFor.length)
        await rows.update(other.id, { defaultFor: left }, queries)
    }
  }

  /** Nobody brings them back any more. */
  async function forgetRemoved(queries: Queries): Promise<void> {
    const value = new Date(Date.now() - keptAfterRemoval).toISOString()
    for (const { id } of await rows.find({ field: 'removedAt', operator: 'lt', value }, queries))
      await rows.delete(id, queries)
  }

  return {
    async told(asker) {
      const [own, others] = await Promise.all([asker.id === null ? [] : ofPerson(asker.id), shared()])
      const all = new Map([...others, ...own].map((view) => [view.id, view]))
      return [...all.values()].filter((view) => isToldTo(view, asker))
    },
    everybodys: async () =>
      (await present({ field: 'createdAt', operator: 'lt', value: endOfTime })).slice(0, mostCounted),
    arrangements: async ({ id }) => (id === null ? {} : await arrangements.read(id)),
    async arrange({ id }, model, changes) {
      if (id !== null) await arrangements.change(id, model, changes)
    },
    async create(asker, { problems, ...given }) {
      if (asker.id === null) throw notAllowed()
      const view = { ...given, id: randomBytes(16).toString('hex'), person: asker.id, name: tidyName(given.name) }
      return await database.write(async (queries) => {
        await forgetRemoved(queries)
        const others = (await ofPerson(view.person, queries)).filter(({ model }) => model === view.model)
        expectNone([
          ...problemsOfName(view.name, others),
          ...problems,
          ...problemsOfAudience(view.sharedWith, { asker, before: [], roleNames }),
          ...(await problemsOfNumber(view, { isNew: true, isShared: isShared(view) }, queries)),
        ])
        const { model, person, name, list, sharedWith } = view
        const row = { id: view.id, model, person, name, list, sharedWith: asJson(sharedWith), defaultFor: [] }
        const createdAt = await laterThanAll(model, queries)
        await rows.insert({ ...row, isShared: isShared(view), createdAt, removedAt: null }, queries)
        return { ...view, defaultFor: [] }
      })
    },
    async edit(asker, place, { values, base, problems, present: presented }) {
      return await database.write(async (queries) => {
        const { view, isRemoved } = await changeable(asker, place, queries)
        if (isRemoved) throw notFound()
        const after: KeptView = {
          ...view,
          ...(values.name === undefined ? {} : { name: tidyName(values.name) }),
          ...(values.list === undefined ? {} : { list: values.list }),
          ...(values.sharedWith === undefined
            ? {}
            : { sharedWith: changedAudience(view.sharedWith, values.sharedWith, asker) }),
          ...(values.defaultFor === undefined ? {} : { defaultFor: [...new Set(values.defaultFor)] }),
        }
        // Nothing opens with what it is not told of.
        const kept = { ...after, defaultFor: after.defaultFor.filter((role) => isSharedWith(after, role)) }
        const siblings = view.person === null ? [] : await ofPerson(view.person, queries)
        const others = siblings.filter(({ id, model }) => id !== view.id && model === view.model)
        const isNewlyShared = isShared(kept) && !isShared(view)
        expectNone(
          [
            ...(values.name === undefined ? [] : problemsOfName(kept.name, others)),
            ...problems,
            ...(values.sharedWith === undefined
              ? []
              : problemsOfAudience(values.sharedWith, { asker, before: view.sharedWith, roleNames })),
            ...problemsOfDefaults(values.defaultFor, { asker, after, roleNames }),
            ...(await problemsOfNumber(view, { isNew: false, isShared: isNewlyShared }, queries)),
          ],
          '/values',
        )
        expectViewBase(view, { asker, values, base, present: presented })
        await takeDefaults(kept, queries)
        const { name, list, sharedWith, defaultFor } = kept
        const changes = { name, list, sharedWith: asJson(sharedWith), defaultFor, isShared: isShared(kept) }
        await rows.update(view.id, changes, queries)
        return kept
      })
    },
    async remove(asker, place) {
      await database.write(async (queries) => {
        const { view, isRemoved } = await changeable(asker, place, queries)
        if (isRemoved) throw notFound()
        await rows.update(view.id, { removedAt: new Date().toISOString() }, queries)
      })
    },
    async restore(asker, place) {
      return await database.write(async (queries) => {
        const { view, isRemoved } = await changeable(asker, place, queries)
        if (!isRemoved) return view
        const { person } = view
        const isFree = { isNew: true, isShared: isShared(view) }
        expectNone(await problemsOfNumber({ model: view.model, person }, isFree, queries))
        await takeDefaults(view, queries)
        await rows.update(view.id, { removedAt: null }, queries)
        return view
      })
    },
  }
}

function tooMany(pointer: string, max: number): Problem {
  return { pointer, code: 'too_many_views', params: { max } }
}

function expectNone(problems: readonly Problem[], inside = ''): void {
  if (problems.length === 0) return
  throw invalid(problems.map((problem) => ({ ...problem, pointer: `${inside}${problem.pointer}` })))
}

function asJson(audience: Audience): Json {
  return audience === 'everyone' ? audience : [...audience]
}
