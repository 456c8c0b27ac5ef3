/** The one door of every root script: finds the command by name and ends with its exit status. Runs on Node 20 and newer. */
import { bench } from './commands/bench.mjs'
import { check } from './commands/check.mjs'
import { dev } from './commands/dev.mjs'
import { haykal } from './commands/haykal.mjs'
import { shots } from './commands/shots.mjs'
import { start } from './commands/start.mjs'
import { test } from './commands/test.mjs'
import { testLong } from './commands/test-long.mjs'
import { ui } from './commands/ui.mjs'
import { ToolFailure } from './steps/tool-failure.mjs'

/** @type {Record<string, (args: string[]) => Promise<number>>} */
const commands = { start, dev, check, test, shots, ui, haykal, bench, 'test:long': testLong }

const [name = 'start', ...args] = process.argv.slice(2)
const command = Object.hasOwn(commands, name) ? commands[name] : undefined

if (!command) {
  console.error(`There is no command "${name}". There are: ${Object.keys(commands).join(', ')}.`)
  process.exit(2)
}

try {
  process.exitCode = await command(args)
} catch (error) {
  if (!(error instanceof ToolFailure)) throw error
  console.error(error.message)
  process.exitCode = error.status
}
