/** Finds a Node that is new enough; an older one brings it through npx. The rest of the tools run on Node 20 as well. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { withoutScriptSettings } from './environment.mjs'
import { readInstallRecord } from './install-record.mjs'
import { root } from './places.mjs'
import { ToolFailure } from './tool-failure.mjs'

/** The first major version of Node that runs Haykal. */
export const neededNode = 24

/**
 * The Node that runs everything but these tools and, where npx brought it, the folder of pnpm.
 * @typedef {{ node: string, pnpm?: string | undefined }} Runtime
 */

/**
 * This Node when it is new enough, else the one that was used last time, else one brought by npx.
 * @returns {Runtime}
 */
export function useRuntime() {
  if (isNewEnough(process.versions.node)) return { node: process.execPath }
  const { runtime } = readInstallRecord()
  if (runtime && existsSync(runtime.node)) return runtime
  console.error(
    `Haykal needs Node ${neededNode}; this is ${process.versions.node}. Bringing Node ${neededNode} with npx.`,
  )
  return bringRuntime(['node@24', 'pnpm@12'])
}

/** @param {string} version as in `process.versions.node` */
export function isNewEnough(version) {
  return Number.parseInt(version, 10) >= neededNode
}

/**
 * Lets npx install `packages` in its own cache and tells where they are.
 * @param {string[]} packages
 * @returns {Runtime}
 */
export function bringRuntime(packages) {
  const wanted = packages.map((name) => `-p ${name}`).join(' ')
  // One fixed command line, because npx is a script on Windows and needs a shell there. Nothing typed goes through it.
  const { status, stdout } = spawnSync(`npx -y --prefer-offline ${wanted} -c "node tools/steps/describe-runtime.mjs"`, {
    cwd: root,
    encoding: 'utf8',
    env: withoutScriptSettings(process.env),
    shell: true,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  if (status !== 0) {
    throw new ToolFailure(
      `npx could not bring ${packages.join(' and ')}. Check the network, or install Node ${neededNode} from https://nodejs.org.`,
    )
  }
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '')
}
