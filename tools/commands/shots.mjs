/** `shots`: pictures of every screen, into the folder `shots`. */
import { childEnvironment } from '../steps/environment.mjs'
import { install } from '../steps/install.mjs'
import { packageProgram } from '../steps/package-program.mjs'
import { runInTerminal } from '../steps/run-child.mjs'

/** @param {string[]} args passed on to Playwright, such as `-g sign-in` */
export async function shots(args) {
  const runtime = install()
  const program = packageProgram('@playwright/test', 'playwright')
  return runInTerminal(runtime.node, [program, 'test', ...args], {
    env: { ...childEnvironment(runtime), HAYKAL_SHOTS: '1' },
  })
}
