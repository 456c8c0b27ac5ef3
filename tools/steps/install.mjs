/** Installs the packages of the workspace, unless nothing has changed since the last install. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { childEnvironment } from './environment.mjs'
import { fingerprintOf } from './fingerprint.mjs'
import { readInstallRecord, writeInstallRecord } from './install-record.mjs'
import { root } from './places.mjs'
import { bringRuntime, neededNode, useRuntime } from './runtime.mjs'
import { ToolFailure } from './tool-failure.mjs'

/** Lockfiles and settings of this workspace are those of pnpm 12. */
const neededPnpm = 12

/**
 * Makes sure that all packages are there. All that is printed goes to the error output, so that answers stay clean.
 * @returns the Node to run everything on
 */
export function install() {
  const runtime = useRuntime()
  const fingerprint = fingerprintOf(root, `${process.platform}-${process.arch}-${neededNode}`)
  if (readInstallRecord().fingerprint !== fingerprint || !existsSync(join(root, 'node_modules/.modules.yaml'))) {
    runInstall(withPnpm(runtime))
    writeInstallRecord({ fingerprint, runtime })
  }
  return runtime
}

/** @param {import('./runtime.mjs').Runtime} runtime */
function runInstall(runtime) {
  console.error('Installing the packages. The first time takes a while.')
  const { status, stdout, stderr } = spawnSync('pnpm install --frozen-lockfile', {
    cwd: root,
    encoding: 'utf8',
    // Without a person to ask, pnpm replaces a node_modules that another version made.
    env: { ...childEnvironment(runtime), CI: 'true' },
    shell: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  if (status !== 0) {
    throw new ToolFailure(
      `${stdout}${stderr}\nThe packages could not be installed; the reason is above. After a change to a package.json, run "pnpm install" first.`,
    )
  }
}

/**
 * The runtime with a pnpm that can read our lockfile on its path.
 * @param {import('./runtime.mjs').Runtime} runtime
 */
function withPnpm(runtime) {
  const { stdout } = spawnSync('pnpm --version', {
    cwd: root,
    encoding: 'utf8',
    env: childEnvironment(runtime),
    shell: true,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  if (Number.parseInt(stdout, 10) >= neededPnpm) return runtime
  return { node: runtime.node, pnpm: bringRuntime([`pnpm@${neededPnpm}`]).pnpm }
}
