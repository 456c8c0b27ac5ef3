/** Finds the script behind a program of an installed package, so that it runs on our Node on every system. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './places.mjs'

/**
 * @param {string} packageName a dependency of the root package.json
 * @param {string} program its name in that package's `bin`
 * @returns {string} the full path of a JavaScript file
 */
export function packageProgram(packageName, program) {
  const folder = join(root, 'node_modules', packageName)
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  return join(folder, typeof bin === 'string' ? bin : bin[program])
}
