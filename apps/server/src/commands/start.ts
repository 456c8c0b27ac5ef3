/** `haykal start`: the API and the built pages. */
import { resolve } from 'node:path'
import { openWebBuild } from '../pages/web-build.ts'
import { type Call, textFlag } from './command.ts'
import { serveTarget } from './serve-target.ts'

/** Serves until asked to stop. */
export async function run(call: Call): Promise<void> {
  const folder = textFlag(call, 'web')
  const build = folder === undefined ? undefined : openWebBuild(resolve(call.terminal.cwd, folder))
  await serveTarget(call, { ...(build ? { build } : {}), modules: () => build?.modules ?? {} })
}
