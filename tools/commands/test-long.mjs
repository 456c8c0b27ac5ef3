/** `test:long`: the tests that take minutes, in this terminal: thousands of made-up databases, a file of two gigabytes, every screen in every size, theme and language. */
import { childEnvironment } from '../steps/environment.mjs'
import { install } from '../steps/install.mjs'
import { packageProgram } from '../steps/package-program.mjs'
import { runInTerminal } from '../steps/run-child.mjs'

/** @param {string[]} args files to choose from the unit tests, as vitest takes them; without any, the stories follow */
export async function testLong(args) {
  const runtime = install()
  const env = childEnvironment(runtime)
  const vitest = packageProgram('vitest', 'vitest')
  const status = await runInTerminal(runtime.node, [vitest, 'run', '--mode', 'long', ...args], { env })
  if (args.length > 0) return status
  const playwright = packageProgram('@playwright/test', 'playwright')
  const stories = ['accessibility', 'beyond-axe'].map((name) => `e2e/${name}.e2e.ts`)
  const last = await runInTerminal(runtime.node, [playwright, 'test', ...stories], {
    env: { ...env, HAYKAL_LONG: '1' },
  })
  return status === 0 ? last : status
}
