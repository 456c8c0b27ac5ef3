/** `bench`: the benchmarks, in this terminal. */
import { join } from 'node:path'
import { buildWeb } from '../steps/build-web.mjs'
import { childEnvironment } from '../steps/environment.mjs'
import { install } from '../steps/install.mjs'
import { root } from '../steps/places.mjs'
import { runInTerminal } from '../steps/run-child.mjs'
import { sampleWeb } from '../steps/target.mjs'

/** @param {string[]} args */
export async function bench(args) {
  const runtime = install()
  await buildWeb(runtime, sampleWeb)
  return runInTerminal(runtime.node, [join(root, 'bench/list-page.ts'), ...args], { env: childEnvironment(runtime) })
}
