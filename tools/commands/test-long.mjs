/** `test:long`: the tests that take minutes, such as thousands of made-up databases and a file of two gigabytes, in this terminal. */
import { childEnvironment } from '../steps/environment.mjs'
import { install } from '../steps/install.mjs'
import { packageProgram } from '../steps/package-program.mjs'
import { runInTerminal } from '../steps/run-child.mjs'

/** @param {string[]} args files or titles to choose from them, as vitest takes them */
export async function testLong(args) {
  const runtime = install()
  const program = packageProgram('vitest', 'vitest')
  return runInTerminal(runtime.node, [program, 'run', '--mode', 'long', ...args], { env: childEnvironment(runtime) })
}
