/** Slow lists as their owners are told of them: with what the database did, the indexes that would help, and the views that would gain. */
import type { IndexStep, SlowList } from '@haykal/contract'
import { countRecords, indexStatements, makeIndexes } from '@haykal/database'
import { type Filter, type FilterOperator, isJsonObject, type Json, type Model, type Viewer } from '@haykal/model'
import type { Door, RecordsCore } from '../door.ts'
import { presentViewList } from '../views/view-list.ts'
import { type AdvisedIndex, adviseOn, type ListAdvice } from './advise.ts'
import { keyOfShape, type ListShape, shapeOf } from './list-shape.ts'
import type { SlowShape } from './slow-lists.ts'

/** A view that somebody keeps. */
export interface KeptList {
  readonly id: string
  readonly name: string
  readonly model: string
  readonly list: Json
  /** Whether whoever looks is told of it; of others no more than how many they are. */
  readonly isTold: boolean
}

/** Those that this owner may see, the slowest first. */
export async function presentSlowLists(
  core: RecordsCore,
  viewer: Viewer,
  views: readonly KeptList[],
): Promise<readonly SlowList[]> {
  const adviser = createAdviser(core, viewer)
  const lists: SlowList[] = []
  for (const slow of core.slowLists?.all() ?? []) {
    const presented = await presentSlowList(adviser, slow, views)
    if (presented) lists.push(presented)
  }
  return lists
}

/** Makes an index that one of these lists would gain from. False: none of them would. */
export async function makeAdvisedIndex(
  core: RecordsCore,
  viewer: Viewer,
  { model, terms }: Pick<IndexStep, 'model' | 'terms'>,
): Promise<boolean> {
  const adviser = createAdviser(core, viewer)
  const wanted = JSON.stringify([model, terms])
  for (const { shape } of core.slowLists?.all() ?? []) {
    const index = (await adviser.on(shape))?.indexes.find((each) => keyOfIndex(each) === wanted)
    if (!index) continue
    await makeIndexes(core.database, modelOf(core, index), index.terms)
    core.slowLists?.forgetAdvice()
    return true
  }
  return false
}

/** The model itself rather than how somebody sees it. */
function modelOf({ models }: RecordsCore, { model }: AdvisedIndex): Model {
  return models.get(model.name) ?? model
}

interface Adviser {
  readonly core: RecordsCore
  door(model: string): Door | undefined
  /** Found out once for each list. */
  on(shape: ListShape): Promise<ListAdvice | undefined>
}

function createAdviser(core: RecordsCore, viewer: Viewer): Adviser {
  const access = core.access.for(viewer)
  const known = new Map<string, Promise<ListAdvice | undefined>>()
  const door = (model: string): Door | undefined => {
    const visible = access.model(model)
    return visible && { core, access, visible, origin: { means: 'api' } }
  }
  return {
    core,
    door,
    async on(shape) {
      const key = keyOfShape(shape)
      const opened = door(shape.model)
      const advice = known.get(key) ?? (opened ? adviseOn(opened, shape) : Promise.resolve(undefined))
      known.set(key, advice)
      return await advice
    },
  }
}

async function presentSlowList(
  adviser: Adviser,
  slow: SlowShape,
  views: readonly KeptList[],
): Promise<SlowList | undefined> {
  const { core } = adviser
  const { shape, times, bounded, longest, at, plan } = slow
  const door = adviser.door(shape.model)
  const advice = await adviser.on(shape)
  if (!door || !advice) return undefined
  const gaining = await gainingViews(adviser, advice, views)
  return {
    model: shape.model,
    tests: advice.tests.map(({ path, found, operator, how }) => ({
      path: found ? [...found.hops.map(({ field }) => field.label), found.field.label] : [path],
      operator: operator as FilterOperator,
      how,
    })),
    isSearched: shape.isSearched,
    sort: advice.order.map(({ path, descending }) => ({
      path: [...path.hops.map(({ field }) => field.label), path.field.label],
      descending,
    })),
    sorted: advice.sorted,
    times,
    bounded,
    longest: Math.round(longest),
    at: at.toISOString(),
    count: await countAllOf(door),
    plan: namesHidden(adviser, plan) ? [] : plan,
    steps: advice.indexes.map((index) => stepOf(core, index)),
    views: gaining.filter(({ isTold }) => isTold).map(({ id, name }) => ({ id, name })),
    otherViews: gaining.filter(({ isTold }) => !isTold).length,
  }
}

/** Whether the steps of a plan name a table or a column that this owner may not know of. */
function namesHidden({ core: { models }, door }: Adviser, plan: readonly string[]): boolean {
  const words = new Set(plan.flatMap((step) => step.split(/[^\p{L}\p{N}_$]+/u)))
  return models.all.some((model) => {
    const visible = door(model.name)?.visible
    return !visible
      ? words.has(model.table)
      : model.fields.some(({ name, columnName }) => !visible.field(name) && words.has(columnName))
  })
}

function stepOf(core: RecordsCore, index: AdvisedIndex): IndexStep {
  const step = { model: index.model.name, terms: termsOf(index) }
  if (core.hasOwnTables) return index.model.indexes.length > 0 ? { ...step, isAddition: true } : step
  return { ...step, statements: indexStatements(core.database, modelOf(core, index), index.terms) }
}

function termsOf({ terms }: AdvisedIndex): readonly string[] {
  return terms.map(({ field, descending }) => `${descending ? '-' : ''}${field.name}`)
}

function keyOfIndex(index: AdvisedIndex): string {
  return JSON.stringify([index.model.name, termsOf(index)])
}

async function countAllOf({ core: { database }, visible }: Door): Promise<number | null> {
  try {
    return await countRecords(database.listing ?? database, visible.model, { condition: visible.scope('read') })
  } catch (error) {
    if (database.engine.explainRefusal(error) === undefined) throw error
    return null
  }
}

/** The views that one of the indexes would help as well. */
async function gainingViews(
  adviser: Adviser,
  { indexes }: ListAdvice,
  views: readonly KeptList[],
): Promise<readonly KeptList[]> {
  const wanted = new Set(indexes.map(keyOfIndex))
  if (wanted.size === 0) return []
  const gaining: KeptList[] = []
  for (const view of views) {
    const door = adviser.door(view.model)
    if (!door || !isJsonObject(view.list)) continue
    const { list } = presentViewList(door.visible, view.list)
    const advice = await adviser.on(shapeOf(view.model, list as { readonly filter?: Filter; readonly sort?: string }))
    if (advice?.indexes.some((index) => wanted.has(keyOfIndex(index)))) gaining.push(view)
  }
  return gaining
}
