/** Runs the server so that it starts anew whenever a file that it has loaded is saved. */
import { serverEntry } from './places.mjs'
import { startChild } from './run-child.mjs'

/**
 * @param {import('./runtime.mjs').Runtime} runtime
 * @param {string[]} args for the `haykal` command
 * @param {import('./run-child.mjs').ChildOptions & { endsWhenRefused: boolean }} options
 * @returns {ReturnType<typeof startChild>}
 */
export function watchServer(runtime, args, { endsWhenRefused, ...options }) {
  const command = ['--watch', '--watch-preserve-output', serverEntry, ...args]
  const { child, ended } = startChild(runtime.node, command, { ...options, stdio: ['inherit', 'pipe', 'inherit'] })
  child.stdout?.pipe(process.stdout)
  if (!endsWhenRefused) return { child, ended }
  const refused = new Promise((resolve) => {
    // Node waits for a change after a failure, whatever failed. The first words tell: a server that runs says where it is.
    child.stdout?.once('data', (words) => String(words).includes('Failed running') && resolve(2))
  })
  return { child, ended: Promise.race([ended, refused]) }
}
