/** Keeps the index of a file of somebody else's: builds it aside, notices who writes, and says of each table what the index is worth at the moment. */
import type { Model, SearchGround } from '@haykal/model'
import { sql } from 'kysely'
import type { Database, IndexBeside, Row, SearchReach } from '../../../engine.ts'
import { foldName } from '../introspect/tokens.ts'
import { type BuildingProcess, type BuildProgress, startBuildingProcess } from './building-process.ts'
import { type Connections, connectionsOf } from './connections.ts'
import { fingerprintOf } from './fingerprint.ts'
import { type IndexedTable, indexName } from './index-file.ts'
import { indexedTableOf, numberOf } from './indexed-tables.ts'
import { createOwnIndex, type OwnIndex } from './own-index.ts'

/** So many rows are gone through where there is no index (yet): a quarter of a second at most. */
const gone = 50_000

/** Milliseconds: between two looks whether somebody has written, from the beginning to the first building, and behind a building that failed. */
const pauses = { look: 1_000, first: 2_000, failed: 10_000 } as const

/** A building rests so many times as long as it took before it begins anew, as whoever writes once will write again. */
const restPerWork = 2

/** What is known of the index of a table. */
interface Known {
  readonly table: IndexedTable
  /** All rows were looked at once. */
  isWhole: boolean
  /** What `outsideVersion` was when it was just what the table is; undefined: it is not. */
  freshAt?: number | undefined
  /** How far its first building has come, and since when. */
  progress?: (BuildProgress & { readonly since: number }) | undefined
  /** At which version it could not be built. */
  failedAt?: number | undefined
}

/** The file that is indexed, as it is open. */
interface Taken {
  readonly database: Database
  readonly connections: Connections
  readonly path: string
  readonly models: ReadonlyMap<string, Known | undefined>
  readonly numbers: ReadonlyMap<string, string | undefined>
}

/** Keeps the index in the file of that path; it is not touched before something begins. */
export function keepIndexBeside(indexPath: string): IndexBeside {
  const known = new Map<string, Known>()
  let taken: Taken | undefined
  let own: OwnIndex | undefined
  let building: { readonly process: BuildingProcess; readonly done: Promise<void> } | undefined
  let timer: NodeJS.Timeout | undefined
  let notBefore = 0
  let isAttached = false
  let isBegun = false
  let isClosed = false
  let remembered: string | undefined
  let wanted: string | undefined
  const waiting = new Set<() => void>()

  function version(): number {
    try {
      return taken?.connections.outsideVersion() ?? Number.NaN
    } catch {
      // Out of reach: whatever was known of it, nothing is now.
      return Number.NaN
    }
  }
  const isFresh = (each: Known) =>
    each.freshAt !== undefined && each.freshAt === version() && !own?.isBehind(each.table)
  const all = () => [...(taken?.models.values() ?? [])].flatMap((each) => each ?? [])

  /** Not before it is needed: a start is quick, and most of what is listed nobody searches. */
  function openOwn(): OwnIndex | undefined {
    if (own || !isBegun || isClosed) return own
    own = createOwnIndex(indexPath, lose)
    // Where it cannot be made, it is not tried again.
    isBegun = own !== undefined
    takeUp()
    return own
  }
  function look(): void {
    openOwn()
    if (isClosed || !own || !taken || Number.isNaN(version())) return
    own.catchUp()
    const missing = all().filter((each) => !isFresh(each) && each.failedAt !== version())
    if (missing.length === 0 && !own.hasLongLog()) {
      remember()
      for (const resolve of waiting) resolve()
      waiting.clear()
    } else if (!building && performance.now() > notBefore) building = startBuilding(taken)
  }
  function startBuilding({ path }: Taken) {
    const process = startBuildingProcess({ path, indexPath, keep: all().map(({ table }) => table) })
    const began = performance.now()
    const done = buildAll(process).then((isWell) => {
      process.end()
      building = undefined
      notBefore = performance.now() + (isWell ? restPerWork * (performance.now() - began) : pauses.failed)
      if (isWell) look()
    })
    return { process, done }
  }
  /** False: something is wrong with more than a table. */
  async function buildAll(process: BuildingProcess): Promise<boolean> {
    const from = taken
    for (const each of inOrder()) {
      const since = version()
      if (isFresh(each)) continue
      if (taken !== from || isClosed) return true
      const failure = await process.build(each.table, (progress) => {
        each.progress = each.isWhole ? undefined : { ...progress, since }
        own?.catchUp()
      })
      each.progress = undefined
      if (failure?.isUnusable) renew()
      if (failure?.hasEnded || failure?.isUnusable) return false
      if (failure) each.failedAt = since
      else {
        each.isWhole = true
        each.freshAt = version() === since ? since : undefined
      }
      own?.catchUp()
    }
    return true
  }
  /** What somebody searches comes first. */
  function* inOrder(): Generator<Known> {
    const left = new Set(all().filter((each) => each.failedAt !== version()))
    while (left.size > 0) {
      const next = [...left].find(({ table }) => table.table === wanted) ?? [...left][0]
      if (!next) return
      left.delete(next)
      yield next
    }
  }
  /** The file of the index is thrown away, and made anew. */
  function renew(): void {
    detach()
    own?.renew()
    for (const each of known.values()) Object.assign(each, { isWhole: false, freshAt: undefined, progress: undefined })
  }
  function attach(): boolean {
    try {
      if (!isAttached) taken?.connections.attach(indexPath)
      isAttached = true
    } catch {
      // Somebody took it away: the next building makes it anew.
      return false
    }
    return true
  }
  function detach(): void {
    if (isAttached) taken?.connections.attach(undefined)
    isAttached = false
  }
  /** So that the next start need not look at every row. */
  function remember(): void {
    const print = taken && fingerprintOf(taken.path)
    if (!own || print === undefined || print === remembered) return
    const fresh = all().filter((each) => each.isWhole && isFresh(each))
    if (fingerprintOf(taken?.path ?? '') !== print) return
    own.remember(
      fresh.map(({ table }) => table),
      print,
    )
    remembered = print
  }
  /** What this process, or one before it, left behind. */
  function recall(): void {
    const since = version()
    const print = taken && fingerprintOf(taken.path)
    const states = own?.states() ?? new Map<string, string>()
    for (const each of all()) {
      const state = states.get(indexName(each.table))
      each.isWhole ||= state !== undefined
      if (state !== undefined && state !== '' && state === print) each.freshAt = since
    }
  }
  function takeUp(): void {
    if (!taken || !own) return
    own.take(
      taken.connections,
      all().map(({ table }) => table),
    )
    recall()
  }
  function lose(table: IndexedTable): void {
    for (const each of known.values()) if (each.table === table) each.freshAt = undefined
  }

  return {
    take(database, models) {
      const connections = connectionsOf(database)
      if (!connections || !database.place) return
      if (database !== taken?.database) {
        building?.process.end()
        isAttached = false
        for (const each of known.values()) Object.assign(each, { freshAt: undefined, progress: undefined })
      }
      const withoutNumbers = withoutNumbersIn(connections, models)
      const entries = models.map((model) => {
        const table = indexedTableOf(model, withoutNumbers)
        if (!table) return [model.name, undefined] as const
        const name = indexName(table)
        const each = known.get(name) ?? { table, isWhole: false }
        known.set(name, each)
        return [model.name, each] as const
      })
      const numbers = new Map(models.map((model) => [model.name, numberOf(model, withoutNumbers)]))
      taken = { database, connections, path: database.place.path, models: new Map(entries), numbers }
      takeUp()
    },
    begin() {
      if (isBegun || isClosed) return
      isBegun = true
      notBefore = performance.now() + pauses.first
      timer = setInterval(look, pauses.look).unref()
    },
    groundOf(model) {
      const each = taken?.models.get(model.name)
      const number = taken?.numbers.get(model.name)
      const plain: SearchGround = {
        ...(number !== undefined && { number }),
        // What a view shows first takes as long as all of it.
        ...(model.definition.source === undefined && { first: gone }),
      }
      if (!each || !openOwn()) return plain
      wanted = each.table.table
      const isPart = !each.isWhole && (each.progress?.rows ?? 0) >= gone
      if (!(each.isWhole || isPart) || !attach()) return plain
      const isStale = isPart ? each.progress?.since !== version() : !isFresh(each)
      return {
        number: each.table.number,
        index: { name: indexName(each.table), columns: each.table.columns, isStale },
        ...(isPart && each.progress && { upTo: each.progress.upTo }),
      }
    },
    async reachOf(model, ground) {
      if (!ground) return undefined
      const each = taken?.models.get(model.name)
      if (ground.index) {
        if (ground.upTo !== undefined) return buildingReach(each)
        // It may have changed between the question and its answer.
        return ground.index.isStale || !each || !isFresh(each) ? { why: 'changed' } : undefined
      }
      if (ground.first === undefined || !taken || !(await hasMore(taken.database, model, ground.first)))
        return undefined
      if (each && openOwn()) return { ...buildingReach(each), rows: ground.first }
      return { why: 'unindexed', rows: ground.first }
    },
    async settled() {
      if (!openOwn() || isClosed) return
      const settled = new Promise<void>((resolve) => waiting.add(resolve))
      notBefore = Math.min(notBefore, performance.now())
      look()
      await settled
    },
    async close() {
      isClosed = true
      clearInterval(timer)
      building?.process.end()
      await building?.done
      for (const resolve of waiting) resolve()
      own?.close()
    },
  }
}

/** In doubt no row of any table has a number: then nothing is indexed until the next look. */
function withoutNumbersIn(connections: Connections, models: readonly Model[]): ReadonlySet<string> {
  try {
    return connections.tablesWithoutNumbers()
  } catch {
    return new Set(models.map(({ table }) => foldName(table)))
  }
}

function buildingReach(each: Known | undefined): SearchReach {
  const { rows, share = 0 } = each?.progress ?? {}
  return { why: 'building', share, ...(rows !== undefined && { rows }) }
}

async function hasMore({ queries }: Database, model: Model, rows: number): Promise<boolean> {
  const { rows: found } = await sql<Row>`select 1 from ${sql.id(model.table)} limit 1 offset ${rows}`.execute(queries)
  return found.length > 0
}
