/** What a command of `haykal` is, and what it has to do with the terminal. */
import type { ParseArgsOptionsConfig } from 'node:util'

/** Where a command runs. */
export interface Terminal {
  readonly env: { readonly [name: string]: string | undefined }
  readonly cwd: string
  /** Prints a line of the answer. */
  out(line: string): void
  /** Prints a line beside the answer. */
  tell(line: string): void
  /** All that is piped in. */
  readInput(): Promise<string>
  /** Asks a question that is answered with yes or no; absent: nobody sits there. */
  readonly ask?: (question: string) => Promise<boolean>
  /** Ends when the person or the system asks the process to stop. */
  stopped(): Promise<void>
}

/** A command as it was typed. */
export interface Call {
  readonly terminal: Terminal
  readonly flags: { readonly [name: string]: string | boolean | readonly string[] | undefined }
  readonly words: readonly string[]
  /** The answer is to be JSON. */
  readonly isJson: boolean
  /** Says with which status the process is to end; unless it is called that is 0, or what an error makes of it. */
  endWith(status: number): void
}

/** A flag of a command. */
export interface Flag {
  readonly type: 'string' | 'boolean'
  /** May be given several times; absent: once. */
  readonly multiple?: true
  /** What stands for the value in the help. */
  readonly value?: string
  readonly help: string
}

/** A command. */
export interface Command {
  /** What follows its name. */
  readonly usage: string
  readonly summary: string
  readonly flags: { readonly [name: string]: Flag }
  /** Loads what it takes to run it: nothing of the server is read for `--help`. */
  load(): Promise<{ run(call: Call): Promise<void> }>
}

/** Flags as `parseArgs` wants them. */
export function parseOptions(command: Command): ParseArgsOptionsConfig {
  const own = Object.entries(command.flags).map(([name, { type, multiple = false }]) => [name, { type, multiple }])
  return { ...Object.fromEntries(own), json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } }
}

/** The text of a flag; undefined when it was not given. */
export function textFlag({ flags }: Call, name: string): string | undefined {
  const value = flags[name]
  return typeof value === 'string' ? value : undefined
}

/** The texts of a flag that may be given several times; empty when it was not given. */
export function textsFlag({ flags }: Call, name: string): readonly string[] {
  const values = flags[name]
  return typeof values === 'object' ? values : []
}
