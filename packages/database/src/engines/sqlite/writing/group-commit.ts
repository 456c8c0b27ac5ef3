/** Puts the writes that wait into one transaction, each in a savepoint of its own, and gives their results out once the one commit is durable. */
import { setTimeout as pause, setImmediate as turnOfOthers } from 'node:timers/promises'
import type SqliteFile from 'better-sqlite3'
import { isBusy, retryBusy } from '../retry-busy.ts'
import { createGroupTransaction, type Outcome, type Work } from './group-transaction.ts'
import { schemaBinds } from './schema-binds.ts'

/** The writes of one connection. */
export interface GroupCommit {
  /** As in `Database`. */
  write<Result>(work: Work<Result>): Promise<Result>
  /** Runs `work` between two groups. Writes wait meanwhile. */
  between<Result>(work: () => Promise<Result>): Promise<Result>
  /** Ends once all that waits has its answer; what comes later is refused. */
  close(): Promise<void>
}

/** How groups are kept apart from others, and made durable. */
export interface GroupOptions {
  /** Waits until nobody else uses the connection; gives what lets others in again. Absent: nobody else uses it. */
  enter?(): Promise<() => void>
  /** Resolves once everything that is committed is durable. Absent: it is so as soon as it is committed. */
  durable?(): Promise<void>
  /** Throws while nothing may be committed. */
  expectWell?(): void
  /** Told of each group that was committed. */
  committed?(): void
  /** Gives the error that people get for the one with which a whole group was lost. Absent: that one. */
  lost?(error: unknown): unknown
}

/** Where one group ends, so that none of its jobs waits long for the others: jobs and milliseconds. */
const mostOfGroup = { jobs: 200, time: 20 } as const

/** Milliseconds that jobs run before others, who read, have a turn. */
const longestStretch = 4

/** Milliseconds that a job waits for another program to finish its own transaction, and that pass between two tries. */
const patience = { whole: 5_000, once: 100 } as const

/** What the latest of many durations counts for in their mean. */
const weight = 1 / 8

interface Job {
  readonly work: Work<unknown>
  readonly since: number
  resolve(value: unknown): void
  reject(error: unknown): void
}

/** A job of a group, and how it went; without an outcome, the whole group was lost with it. */
interface Ran {
  readonly job: Job
  readonly outcome?: Outcome
}

/** Writes by way of a connection that is set up. Whoever opened it closes it. */
export function createGroupCommit(file: SqliteFile.Database, options: GroupOptions = {}): GroupCommit {
  const { enter, durable, expectWell, committed, lost = (error) => error } = options
  const transaction = createGroupTransaction(file)
  const mayGroup = schemaBinds(file)
  const waiting: Job[] = []
  /** Groups whose commit is on its way to the disk. */
  const settling = new Set<Promise<void>>()
  /** How long a commit took to become durable, and a job to run, in milliseconds: the mean of the latest. */
  const lately = { sync: Number.POSITIVE_INFINITY, job: 0 }
  let running: Promise<void> | undefined
  let isClosed = false
  let turn: Promise<unknown> = Promise.resolve()

  function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const done = turn.then(work)
    turn = done.catch(() => undefined)
    return done
  }
  async function runGroups(): Promise<void> {
    // All who come in this turn of the event loop go together.
    await turnOfOthers()
    while (waiting.length > 0) {
      await inTurn(runGroup)
      await turnOfOthers()
    }
    running = undefined
  }
  async function runGroup(): Promise<void> {
    const leave = await enter?.()
    const group: Ran[] = []
    try {
      if (!(await begin())) return
      const start = performance.now()
      await runJobs(group)
      lately.job = meanOf(lately.job, (performance.now() - start) / Math.max(1, group.length))
      expectWell?.()
      await retryBusy(patience.whole, transaction.commit)
      settleLater(group)
      committed?.()
    } catch (error) {
      transaction.takeBack()
      tell(group, { error: lost(error) })
    } finally {
      leave?.()
    }
  }
  /** False: there is nobody left to begin for. */
  async function begin(): Promise<boolean> {
    while (waiting.length > 0) {
      try {
        expectWell?.()
        await retryBusy(patience.once, transaction.begin)
        return true
      } catch (error) {
        // Whoever has come while others waited may wait as long as they could.
        const isOver = (job: Job) => !isBusy(error) || performance.now() - job.since > patience.whole
        const refused = waiting.filter(isOver)
        waiting.splice(0, waiting.length, ...waiting.filter((job) => !refused.includes(job)))
        for (const job of refused) job.reject(error)
        if (waiting.length > 0) await pause(1)
      }
    }
    return false
  }
  /** Throws when the whole transaction is lost; those that ran are in `group` either way. */
  async function runJobs(group: Ran[]): Promise<void> {
    const most = mayGroup() ? jobsOfGroup() : 1
    const start = performance.now()
    let rested = start
    while (group.length < most && performance.now() - start < mostOfGroup.time) {
      const job = waiting.shift()
      if (!job) return
      const place = group.push({ job }) - 1
      group[place] = { job, outcome: await transaction.run(job.work) }
      if (performance.now() - rested < longestStretch) continue
      await turnOfOthers()
      rested = performance.now()
    }
  }
  /** While the disk has nothing to do and is quicker than those who wait, half of them go first: it makes theirs durable while the others run. */
  function jobsOfGroup(): number {
    const isWorthIt = durable !== undefined && settling.size === 0 && lately.sync < waiting.length * lately.job
    return isWorthIt ? Math.ceil(waiting.length / 2) : mostOfGroup.jobs
  }
  /** What others refused may rest on what was not durable yet, so refusals wait with the results. */
  async function settle(group: readonly Ran[]): Promise<void> {
    const start = performance.now()
    try {
      await durable?.()
      lately.sync = meanOf(lately.sync, performance.now() - start)
      tell(group)
    } catch (error) {
      tell(group, { error })
    }
  }
  function settleLater(group: readonly Ran[]): void {
    const settled = settle(group)
    settling.add(settled)
    void settled.finally(() => settling.delete(settled))
  }
  return {
    async write<Result>(work: Work<Result>) {
      if (isClosed) throw new TypeError('The database connection is not open')
      expectWell?.()
      return await new Promise<Result>((resolve, reject) => {
        const since = performance.now()
        waiting.push({ work, since, resolve: (value) => resolve(value as Result), reject })
        running ??= runGroups()
      })
    },
    between: inTurn,
    async close() {
      isClosed = true
      await running
      await turn
      await Promise.all(settling)
    },
  }
}

function meanOf(before: number, latest: number): number {
  return Number.isFinite(before) ? before + weight * (latest - before) : latest
}

/** Gives out how each went; `lost`: nothing of the group was kept. */
function tell(group: readonly Ran[], lost?: { readonly error: unknown }): void {
  for (const { job, outcome } of group) {
    if (outcome && 'error' in outcome) job.reject(outcome.error)
    else if (lost) job.reject(lost.error)
    else job.resolve(outcome?.value)
  }
}
