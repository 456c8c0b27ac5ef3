/** A process that indexes tables of somebody else's file, away from the one that answers. */
import { fork } from 'node:child_process'
import { constants, setPriority } from 'node:os'
import { fileURLToPath } from 'node:url'
import type { IndexedTable } from './index-file.ts'

/** What it is told: which indexes there are to be, before anything else, or to build one. */
export type BuildOrder = { readonly keep: readonly IndexedTable[] } | { readonly build: IndexedTable }

/** What it says: that it may be told, how far it is, that a table is indexed, or why it is not. */
export type BuildAnswer =
  | { readonly type: 'ready' | 'whole' }
  | ({ readonly type: 'step' } & BuildProgress)
  | ({ readonly type: 'failed' } & BuildFailure)

/** How far it is with a table. */
export interface BuildProgress {
  /** The number of the last row that was looked at. */
  readonly upTo: bigint
  /** How many rows that were. */
  readonly rows: number
  /** About which share of the table, from 0 to 1. */
  readonly share: number
}

/** One process. */
export interface BuildingProcess {
  /** Indexes a table, or brings its index up to date. Resolves always: `undefined` once all of it was looked at, else with why not. */
  build(table: IndexedTable, progress: (progress: BuildProgress) => void): Promise<BuildFailure | undefined>
  /** Ends it at once. What was not committed is done again by the next. */
  end(): void
}

/** Why a table was not indexed. */
export interface BuildFailure {
  readonly why: string
  /** The file of the index is damaged, or none of ours. */
  readonly isUnusable: boolean
  /** The process is gone. */
  readonly hasEnded?: true
}

/** What it keeps of a stretch of rows is soon done with. */
const limits = ['--max-old-space-size=96', '--max-semi-space-size=2']

const program = fileURLToPath(new URL('./build-in-process.ts', import.meta.url))

/** Whose index it builds, and where. */
export interface BuildingOptions {
  readonly path: string
  readonly indexPath: string
  /** What there is to be in it: the rest is dropped. */
  readonly keep: readonly IndexedTable[]
}

/** Starts one; it does not keep this process alive, and ends when this one does. */
export function startBuildingProcess({ path, indexPath, keep }: BuildingOptions): BuildingProcess {
  // Options of this process, such as an inspector's port, are not for two.
  const { NODE_OPTIONS: _, ...env } = process.env
  const child = fork(program, [path, indexPath], { execArgv: limits, env, serialization: 'advanced', stdio: 'ignore' })
  child.unref()
  child.channel?.unref()
  giveWay(child.pid)
  let hasEnded = false
  let hear: (answer: BuildAnswer) => void = () => {}
  let isReady: () => void = () => {}
  const ready = new Promise<void>((resolve) => {
    isReady = resolve
  })
  const end = () => {
    hasEnded = true
    isReady()
    hear({ type: 'failed', why: 'The process that indexes has ended', isUnusable: false, hasEnded: true })
  }
  const order = (what: BuildOrder) => void child.send(what, () => {})
  order({ keep })
  child.on('message', (answer: BuildAnswer) => (answer.type === 'ready' ? isReady() : hear(answer)))
  child.on('exit', end)
  child.on('error', end)
  return {
    async build(table, progress) {
      await ready
      return await new Promise((resolve) => {
        hear = (answer) => {
          if (answer.type === 'step') progress(answer)
          else if (answer.type === 'failed') resolve(answer)
          else resolve(undefined)
        }
        if (hasEnded) end()
        else order({ build: table })
      })
    },
    end() {
      // Whoever closes waits for it.
      if (!hasEnded) child.ref()
      child.kill('SIGKILL')
    },
  }
}

/** Lets everybody else go first, its own start included. */
function giveWay(process: number | undefined): void {
  try {
    if (process !== undefined) setPriority(process, constants.priority.PRIORITY_LOW)
  } catch {
    // It is gone already, or the system does not let us.
  }
}
