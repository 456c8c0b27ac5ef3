/** Fills in what records of an older file are searched by while everybody works: a few rows at a time, each time in a transaction of their own. */
import { setTimeout as pause } from 'node:timers/promises'
import type { Model } from '@haykal/model'
import type { Database, SearchReach } from '../engine.ts'
import { countStale, fillSome } from './fill-beside.ts'
import type { Unfilled } from './sync-tables.ts'

/** Rows of a step, and how many times as long as it took nothing is done behind it. */
const step = { rows: 100, rest: 1.5 } as const

/** What is being filled in. */
export interface LaterFilling {
  /** Begins; throws nothing, as what is left over is filled in by the next start. */
  begin(): void
  /** How far a search in a model reaches; undefined: everywhere. */
  reachOf(model: Pick<Model, 'name'>): SearchReach | undefined
  /** Resolves once all is filled in, or nothing more will be. */
  settled(): Promise<void>
  /** Resolves once nothing more is written. */
  close(): Promise<void>
}

interface Left {
  readonly unfilled: Unfilled
  /** Rows. */
  total: number
  done: number
}

/** Prepares to fill in what was left for later. */
export function fillLater(database: Database, unfilled: readonly Unfilled[]): LaterFilling {
  const left = new Set(unfilled.map((each): Left => ({ unfilled: each, total: 0, done: 0 })))
  let filling: Promise<void> | undefined
  let isClosed = false

  async function fillAll(): Promise<void> {
    for (const each of left) {
      await fill(each)
      if (isClosed) return
      left.delete(each)
    }
  }
  async function fill(each: Left): Promise<void> {
    const { model, beside } = each.unfilled
    each.total = await countStale(database.queries, model, { beside, most: Number.MAX_SAFE_INTEGER })
    const texts = new Map<number, string>()
    let after: Awaited<ReturnType<typeof fillSome>>
    do {
      if (isClosed) return
      const began = performance.now()
      const { engine } = database
      after = await database.write(
        async (queries) => await fillSome({ engine, queries }, model, { beside, after, most: step.rows, texts }),
      )
      each.done += step.rows
      await pause((performance.now() - began) * step.rest)
    } while (after)
  }
  return {
    begin() {
      filling ??= left.size === 0 ? Promise.resolve() : fillAll().catch(() => undefined)
    },
    reachOf({ name }) {
      const own = [...left].filter(({ unfilled: { model } }) => model.name === name)
      if (own.length === 0) return undefined
      const shares = own.map(({ done, total }) => (total === 0 ? 0 : Math.min(1, done / total)))
      return { why: 'building', share: Math.min(...shares) }
    },
    async settled() {
      await filling
    },
    async close() {
      isClosed = true
      await filling
    },
  }
}
