/** Where things are: the root of the checkout, and the folder in which the person typed the command. */
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The root of the checkout. */
export const root = resolve(fileURLToPath(import.meta.url), '../../..')

/** Small things that may be thrown away at any time. */
export const cache = resolve(root, 'node_modules/.cache')

/** The `haykal` command. */
export const serverEntry = resolve(root, 'apps/server/src/main.ts')

/**
 * The folder in which the person typed the command. npm and pnpm move to the root before they run a script and
 * leave the place in INIT_CWD; anyone else who starts us from another folder means that folder.
 */
export function whereTyped({ cwd = process.cwd(), env = process.env } = {}) {
  return cwd === root && env.INIT_CWD ? env.INIT_CWD : cwd
}

/** The program that checks the texts of screens. */
export const catalogueChecks = resolve(root, 'tools/checks/catalogue-checks.mjs')
