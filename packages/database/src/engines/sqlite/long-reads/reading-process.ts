/** A process that reads for this one: SQLite cannot be interrupted from outside, but a process can be ended, and its locks end with it. */
import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import SqliteFile from 'better-sqlite3'
import type { Row, Stored } from '../../../engine.ts'

/** What a reading process is asked. */
export interface Question {
  readonly sql: string
  readonly parameters: readonly unknown[]
  /** The path of a file beside that it may look into; absent: none. */
  readonly attached?: string
}

/** What it says: that it may be asked now, what it read, or why SQLite refused. */
export interface Answer {
  readonly isReady?: true
  readonly columns?: readonly string[]
  readonly rows?: readonly (readonly Stored[])[]
  readonly refusal?: { readonly code: string; readonly message: string }
}

/** How the reading of a question ended; `ended`: the process is gone, by which signal or status. */
export type Outcome =
  | { readonly rows: readonly Row[] }
  | { readonly refusal: Error }
  | { readonly ended: NodeJS.Signals | number }

/** One process; it answers one question at a time. */
export interface ReadingProcess {
  /** Resolves always. */
  ask(question: Question): Promise<Outcome>
  /** Ends it at once, whatever it does. */
  end(): void
  readonly hasEnded: boolean
}

const program = fileURLToPath(new URL('./read-in-process.mjs', import.meta.url))

/** Starts a process that reads the file; it does not keep this one alive, and ends when this one does. */
export function startReadingProcess(path: string): ReadingProcess {
  // Options of this process, such as an inspector's port, are not for two.
  const { NODE_OPTIONS: _, ...env } = process.env
  const child = fork(program, [path], { execArgv: [], env, serialization: 'advanced', stdio: 'ignore' })
  child.unref()
  child.channel?.unref()
  let ended: NodeJS.Signals | number | undefined
  let tell: (outcome: Outcome) => void = () => {}
  let isReady: () => void = () => {}
  const ready = new Promise<void>((resolve) => {
    isReady = resolve
  })
  const end = (how: NodeJS.Signals | number) => {
    ended ??= how
    isReady()
    tell({ ended })
  }
  child.on('message', (answer: Answer) => (answer.isReady ? isReady() : tell(outcomeOf(answer))))
  child.on('exit', (status, signal) => end(signal ?? status ?? 1))
  child.on('error', () => end(1))
  return {
    async ask(question) {
      await ready
      if (ended !== undefined) return { ended }
      return await new Promise((resolve) => {
        tell = resolve
        send(child, question)
      })
    },
    end: () => void child.kill('SIGKILL'),
    get hasEnded() {
      return ended !== undefined
    },
  }
}

function send(child: ChildProcess, question: Question): void {
  // A process that ends meanwhile says so by its exit.
  child.send(question, () => {})
}

function outcomeOf({ columns = [], rows = [], refusal }: Answer): Outcome {
  if (refusal) return { refusal: new SqliteFile.SqliteError(refusal.message, refusal.code) }
  return { rows: rows.map((row) => Object.fromEntries(columns.map((column, index) => [column, row[index] ?? null]))) }
}
