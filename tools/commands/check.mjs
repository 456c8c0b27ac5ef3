/** `check`: format, lint, types, boundaries, dead code and the pages' build. Runs all, and fails when one does. */
import { checkBoundaries } from '../checks/boundaries.mjs'
import { engineNames } from '../checks/engine-names.mjs'
import { fieldKinds } from '../checks/field-kinds.mjs'
import { logicalStyles } from '../checks/logical-styles.mjs'
import { checkSources } from '../checks/sources.mjs'
import { buildArguments } from '../steps/build-web.mjs'
import { childEnvironment } from '../steps/environment.mjs'
import { install } from '../steps/install.mjs'
import { packageProgram } from '../steps/package-program.mjs'
import { catalogueChecks } from '../steps/places.mjs'
import { runQuietly } from '../steps/run-child.mjs'
import { runSteps } from '../steps/run-steps.mjs'
import { anyDatabase, sampleWeb } from '../steps/target.mjs'

/** @param {string[]} args `--fix` mends formatting and what else can be mended without asking */
export async function check(args) {
  const failed = await runSteps(checkSteps(install(), { fix: args.includes('--fix') }))
  if (failed.length > 0) console.log(`Failed: ${failed.join(', ')}`)
  return failed.length > 0 ? 1 : 0
}

/**
 * The steps, the slow ones first.
 * @param {import('../steps/runtime.mjs').Runtime} runtime
 * @param {{ fix?: boolean }} [options]
 * @returns {import('../steps/run-steps.mjs').Step[]}
 */
export function checkSteps(runtime, { fix = false } = {}) {
  const node = async (/** @type {string[]} */ ...args) => {
    const { status, output } = await runQuietly(runtime.node, args, { env: childEnvironment(runtime) })
    return { ok: status === 0, output }
  }
  const biome = packageProgram('@biomejs/biome', 'biome')
  const tsc = packageProgram('typescript', 'tsc')
  return [
    { name: 'pages, any database', run: () => node(...buildArguments(anyDatabase)) },
    { name: 'pages, sample project', run: () => node(...buildArguments(sampleWeb)) },
    { name: 'types', run: () => node(tsc, '-p', '.') },
    { name: 'dead code', run: () => node(packageProgram('knip', 'knip')) },
    { name: 'boundaries', run: () => checkBoundaries(runtime) },
    {
      name: 'format and lint',
      run: () => node(biome, 'check', '--error-on-warnings', ...(fix ? ['--write'] : []), '.'),
    },
    { name: 'directions in styles', run: () => checkSources(logicalStyles) },
    { name: 'field kinds', run: () => checkSources(fieldKinds) },
    { name: 'engine names', run: () => checkSources(engineNames) },
    { name: 'texts in the catalogues', run: () => node(catalogueChecks, 'texts') },
    { name: 'texts that are used', run: () => node(catalogueChecks, 'keys') },
  ]
}
