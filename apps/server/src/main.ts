#!/usr/bin/env node
/** The `haykal` command. */
import { text } from 'node:stream/consumers'
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

process.exitCode = await runCommand(process.argv.slice(2), {
  env: process.env,
  cwd: process.cwd(),
  out: (line) => console.log(line),
  tell: (line) => console.error(line),
  readInput: () => text(process.stdin),
  stopped,
})
