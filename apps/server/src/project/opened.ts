/** A project or a database that is open and ready to be served. */
import { createHash } from 'node:crypto'
import type { BootModules } from '@haykal/contract'
import type { Database } from '@haykal/database'
import { createSlowLists, type SlowLists } from '@haykal/records'
import type { Answers } from '../adopted/data-folder.ts'
import { unindexedLine } from '../commands/tell-unindexed.ts'
import type { State } from '../handlers/state.ts'
import type { Settings } from '../settings/read-settings.ts'

/** How to open. */
export interface OpenOptions {
  readonly settings: Settings
  readonly dataFolder: string
  /** The folder in which the command was given. */
  readonly cwd: string
  /** How much sample data a new database gets. */
  readonly scale: number
  /** The addresses of the project's own browser code. */
  readonly modules: BootModules
  /** What the person at the terminal has answered already or can be asked; absent: nothing. */
  readonly answers?: Answers
  /** The project is being developed: whoever does so is told of lists that have no index behind them. Absent: no. */
  readonly isDeveloped?: boolean
  /** Tells the person at the terminal what takes so long. */
  say(sentence: string): void
}

/** What remembers slow lists and, while a project is developed, tells of those that will be. */
export function slowListsOf({ isDeveloped, say }: Pick<OpenOptions, 'isDeveloped' | 'say'>): SlowLists {
  return createSlowLists(isDeveloped ? { tell: (shape, advice) => say(unindexedLine(shape, advice)) } : undefined)
}

/** What is open. */
export interface Opened {
  readonly state: State
  readonly summary: Summary
  close(): Promise<void>
}

/** What the person at the terminal is told. */
export interface Summary {
  /** What was opened: a name and where it lies. */
  readonly name: string
  readonly place: string
  readonly dataFolder: string
  readonly models: readonly string[]
  /** Of an adopted database: the models that nobody can edit yet. */
  readonly locked: readonly string[]
  /** Of an adopted database: in how many places the guesses are doubtful. */
  readonly doubts: number
}

/** A short text that changes with anything in `parts`. */
export function versionOf(...parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 16)
}

/** Whether a database answers. */
export async function answers({ queries }: Database): Promise<boolean> {
  try {
    await queries.selectNoFrom((expression) => expression.val(1).as('one')).executeTakeFirst()
    return true
  } catch {
    return false
  }
}
