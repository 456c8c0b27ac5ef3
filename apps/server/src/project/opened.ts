/** A project or a database that is open and ready to be served. */
import { createHash } from 'node:crypto'
import type { BootModules } from '@haykal/contract'
import type { Database } from '@haykal/database'
import type { Answers } from '../adopted/data-folder.ts'
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
  /** Tells the person at the terminal what takes so long. */
  say(sentence: string): void
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
