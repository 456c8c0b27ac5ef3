/** `bench [list-page|lists|browser|rules|saves]`: the benchmarks, in this terminal; all of them where none is named. */
import { join } from 'node:path'
import { buildWeb } from '../steps/build-web.mjs'
import { childEnvironment } from '../steps/environment.mjs'
import { install } from '../steps/install.mjs'
import { root } from '../steps/places.mjs'
import { runInTerminal } from '../steps/run-child.mjs'
import { sampleWeb } from '../steps/target.mjs'
import { ToolFailure } from '../steps/tool-failure.mjs'

const benchmarks = ['list-page', 'lists', 'browser', 'rules', 'saves']

/** @param {string[]} args */
export async function bench(args) {
  const unknown = args.filter((name) => !benchmarks.includes(name))
  if (unknown.length > 0)
    throw new ToolFailure(`There is no benchmark "${unknown[0]}"; known are ${benchmarks.join(', ')}`)
  const runtime = install()
  await buildWeb(runtime, sampleWeb)
  for (const name of args.length > 0 ? args : benchmarks) {
    const code = await runInTerminal(runtime.node, [join(root, `bench/${name}.ts`)], { env: childEnvironment(runtime) })
    if (code !== 0) return code
  }
  return 0
}
