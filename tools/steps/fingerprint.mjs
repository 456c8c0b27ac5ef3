/** A fingerprint of all that decides what an install brings. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * A short text that changes when the lockfile, the workspace, any package.json or `platform` changes.
 * @param {string} folder the root of the workspace
 * @param {string} platform what the native packages depend on
 */
export function fingerprintOf(folder, platform) {
  const hash = createHash('sha256').update(platform)
  for (const file of manifestsOf(folder)) {
    hash.update(`\0${file}\0`).update(readFileSync(join(folder, file)))
  }
  return hash.digest('hex').slice(0, 32)
}

/**
 * The files that decide what an install brings, as paths with forward slashes, in a fixed order.
 * @param {string} folder
 */
export function manifestsOf(folder) {
  const packages = ['apps', 'packages', 'examples']
    .filter((group) => existsSync(join(folder, group)))
    .flatMap((group) => readdirSync(join(folder, group)).map((name) => `${group}/${name}`))
  return ['pnpm-lock.yaml', 'pnpm-workspace.yaml', 'package.json']
    .concat([...packages, 'e2e', 'bench'].map((path) => `${path}/package.json`))
    .filter((file) => existsSync(join(folder, file)))
    .sort()
}
