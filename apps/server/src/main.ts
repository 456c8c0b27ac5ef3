#!/usr/bin/env node
/** The `haykal` command. */
import { createInterface } from 'node:readline/promises'
import { text } from 'node:stream/consumers'
import { holdNewSpace } from './commands/new-space.ts'
import { runCommand } from './commands/run-command.ts'

/** Ends when the process is asked to stop; whoever asks twice is in a hurry. */
function stopped(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => {
        process.once(signal, () => process.exit(1))
        resolve()
      })
    }
  })
}

/** Asks at the terminal; whatever is no clear yes is a no. */
async function ask(question: string): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr })
  try {
    return /^y(es)?$/i.test((await terminal.question(`${question} [y/N] `)).trim())
  } finally {
    terminal.close()
  }
}

holdNewSpace()
process.exitCode = await runCommand(process.argv.slice(2), {
  env: process.env,
  cwd: process.cwd(),
  out: (line) => console.log(line),
  tell: (line) => console.error(line),
  readInput: () => text(process.stdin),
  ...(process.stdin.isTTY && process.stderr.isTTY ? { ask } : {}),
  stopped,
})
