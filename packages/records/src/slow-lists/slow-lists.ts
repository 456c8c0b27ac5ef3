/** Remembers which lists were slow, in this process: what they asked, never for what, nor who did. */
import type { ListHint, ListQuery } from '@haykal/contract'
import { countRecords, type PageRequest, stepsOfPage } from '@haykal/database'
import { everything } from '@haykal/model'
import type { Door } from '../door.ts'
import { adviseOn, type ListAdvice } from './advise.ts'
import { keyOfShape, type ListShape, shapeOf } from './list-shape.ts'

/** A list that was slow, or lacks an index. */
export interface SlowShape {
  readonly shape: ListShape
  readonly times: number
  readonly bounded: number
  /** Milliseconds. */
  readonly longest: number
  readonly at: Date
  readonly plan: readonly string[]
}

/** How a page was read. */
export interface PageRead {
  readonly page: Omit<PageRequest, 'from'>
  /** Milliseconds. */
  readonly took: number
  readonly isBounded: boolean
}

/** What is remembered. */
export interface SlowLists {
  /** Whether there is something to be said of a page: asked of each, so it costs nothing. */
  isWorthNoting(read: Pick<PageRead, 'took' | 'isBounded'>): boolean
  /** Notes it; gives what is to be told of it to whoever asked. */
  note(door: Door, request: ListQuery, read: PageRead): Promise<ListHint | undefined>
  /** Those of a model, or all; the slowest first. */
  all(): readonly SlowShape[]
  /** Indexes have come: what is said of lists is found out anew. */
  forgetAdvice(): void
}

/** How lists are looked at while a project is developed. */
export interface Developing {
  /** Tells whoever develops it of a list that lacks an index: once, whatever is asked for. */
  tell(shape: ListShape, advice: ListAdvice): void
}

/** Milliseconds from which on a page is slow whatever the reason, and from which on it is where it lacks an index: with one, none takes so long. */
const slowFrom = { any: 500, lacking: 50 } as const

/** Of fewer records than this no index is worth its while: if a list of them was slow, that was something else. */
const fewest = 5_000

/** Lists that are remembered; the one that was slow longest ago goes first. */
const mostKept = 100

/** Lists of which is remembered what is to be said of them while developing; with more it begins anew. */
const mostAdvised = 500

async function isWorthAnIndex({ core: { database }, visible: { model } }: Door): Promise<boolean> {
  return (await countRecords(database, model, { condition: everything, bound: fewest })) === fewest
}

/** Nothing is remembered yet. `developing`: every list is looked at; absent: those that are slow. */
export function createSlowLists(developing?: Developing): SlowLists {
  const kept = new Map<string, SlowShape>()
  const advised = new Map<string, Promise<ListAdvice | undefined>>()

  function remember(key: string, slow: SlowShape): void {
    kept.delete(key)
    const [oldest] = kept.size < mostKept ? [] : kept.keys()
    if (oldest !== undefined) kept.delete(oldest)
    kept.set(key, slow)
  }

  /** Of a list that lacks an index; undefined of any other. */
  async function lackingAdvice(door: Door, key: string, shape: ListShape): Promise<ListAdvice | undefined> {
    // Of two who may see different things, each has their own; and an index may have come, by whomever.
    const ofViewer = `${door.core.database.schemaVersion?.()} ${door.access.viewer.role} ${key}`
    const known = advised.get(ofViewer)
    if (advised.size >= mostAdvised) advised.clear()
    const asked = known ?? adviseOn(door, shape)
    advised.set(ofViewer, asked)
    const advice = await asked
    if (!advice?.isLacking) return undefined
    if (!known && !kept.has(key)) developing?.tell(shape, advice)
    return advice
  }

  /** Found out beside the answer, which waits for nothing. */
  async function learnPlan({ core, visible }: Door, key: string, page: PageRead['page']): Promise<void> {
    const plan = await stepsOfPage(core.database, visible.model, page)
    const slow = kept.get(key)
    if (slow) kept.set(key, { ...slow, plan })
  }

  return {
    isWorthNoting: ({ took, isBounded }) => developing !== undefined || isBounded || took >= slowFrom.lacking,
    async note(door, request, { page, took, isBounded }) {
      const shape = shapeOf(door.visible.model.name, request)
      const key = keyOfShape(shape)
      // Whatever goes wrong here, the list is there.
      const isLacking = (await lackingAdvice(door, key, shape).catch(() => undefined)) !== undefined
      const isLate = isLacking && took >= slowFrom.lacking && (await isWorthAnIndex(door))
      const isSlow = isBounded || took >= slowFrom.any || isLate
      if (!isSlow && !(isLacking && developing)) return undefined
      const before = kept.get(key)
      remember(key, {
        shape,
        times: (before?.times ?? 0) + (isSlow ? 1 : 0),
        bounded: (before?.bounded ?? 0) + (isBounded ? 1 : 0),
        longest: Math.max(before?.longest ?? 0, took),
        at: isSlow ? new Date() : (before?.at ?? new Date()),
        plan: before?.plan ?? [],
      })
      if (!before) void learnPlan(door, key, page).catch(() => undefined)
      if (isLacking && developing) return 'unindexed'
      return door.access.viewer.role === 'owner' ? 'slow' : undefined
    },
    all: () => [...kept.values()].toSorted((one, other) => other.longest - one.longest),
    forgetAdvice: () => advised.clear(),
  }
}
