/** `haykal …`: the command of the server, with its packages installed. `start` and `dev` need more than the server. */
import { childEnvironment } from '../steps/environment.mjs'
import { install } from '../steps/install.mjs'
import { serverEntry, whereTyped } from '../steps/places.mjs'
import { runInTerminal } from '../steps/run-child.mjs'
import { dev } from './dev.mjs'
import { start } from './start.mjs'

/** @type {Record<string, (args: string[]) => Promise<number>>} */
const composed = { start, runserver: start, dev }

/** @param {string[]} args */
export async function haykal(args) {
  const [name = '', ...rest] = args
  const command = Object.hasOwn(composed, name) ? composed[name] : undefined
  if (command) return command(rest)
  const runtime = install()
  return runInTerminal(runtime.node, [serverEntry, ...args], { cwd: whereTyped(), env: childEnvironment(runtime) })
}
