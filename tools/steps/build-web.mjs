/** Builds the browser's side of a target. The build itself knows whether anything has changed. */
import { join, relative } from 'node:path'
import { childEnvironment } from './environment.mjs'
import { root } from './places.mjs'
import { runQuietly } from './run-child.mjs'
import { ToolFailure } from './tool-failure.mjs'

/**
 * The arguments for Node that build `web`.
 * @param {import('./target.mjs').WebBuild} web
 */
export function buildArguments(web) {
  const project = web.project ? ['--project', web.project] : []
  return [join(root, 'apps/web/build/main.ts'), ...project, '--out', web.out]
}

/**
 * Builds `web`, silently when it succeeds.
 * @param {import('./runtime.mjs').Runtime} runtime
 * @param {import('./target.mjs').WebBuild} web
 */
export async function buildWeb(runtime, web) {
  const { status, output } = await runQuietly(runtime.node, buildArguments(web), { env: childEnvironment(runtime) })
  if (status !== 0) {
    throw new ToolFailure(
      `${output}\nThe pages could not be built into ${relative(root, web.out)}; the reason is above.`,
    )
  }
}
