/** `ui`: a page of every part in all its states, both directions and both themes, with hot reload. */
import { join } from 'node:path'
import { childEnvironment } from '../steps/environment.mjs'
import { install } from '../steps/install.mjs'
import { root } from '../steps/places.mjs'
import { runInTerminal } from '../steps/run-child.mjs'

/** @param {string[]} args passed on: `--port PORT`, `--host HOST`, or `--out DIR` to build it */
export async function ui(args) {
  const runtime = install()
  const gallery = join(root, 'packages/ui/gallery/main.ts')
  return runInTerminal(runtime.node, [gallery, ...args], { env: childEnvironment(runtime) })
}
