/** `test`: the checks, then the unit tests, then the end-to-end stories. The last line of the output is the count. */
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { childEnvironment } from '../steps/environment.mjs'
import { install } from '../steps/install.mjs'
import { packageProgram } from '../steps/package-program.mjs'
import { cache } from '../steps/places.mjs'
import { runQuietly } from '../steps/run-child.mjs'
import { runSteps } from '../steps/run-steps.mjs'
import { addCounts, countStories, countUnitTests, readCounts } from '../steps/test-counts.mjs'
import { checkSteps } from './check.mjs'

const reports = join(cache, 'test-reports')

export async function test() {
  const runtime = install()
  const failedChecks = await runSteps(checkSteps(runtime))
  const unit = await runTests(runtime, unitTests)
  const stories = await runTests(runtime, endToEnd)
  const { passed, failed } = addCounts([{ passed: 0, failed: failedChecks.length }, unit, stories])
  if (failedChecks.length > 0) console.log(`Failed checks: ${failedChecks.join(', ')}`)
  console.log(`${passed} passed, ${failed} failed`)
  return failed > 0 ? 1 : 0
}

/**
 * A test runner: how to call it so that it leaves a report in JSON, and how to count what is in it.
 * @typedef {object} TestRunner
 * @property {string} name
 * @property {(report: string) => string[]} args
 * @property {(report: string) => NodeJS.ProcessEnv} env
 * @property {(report: any) => import('../steps/test-counts.mjs').Counts} count
 */

/** @type {TestRunner} */
const unitTests = {
  name: 'unit tests',
  args: (report) => [
    ...[packageProgram('vitest', 'vitest'), 'run'],
    ...['--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
  ],
  env: () => ({}),
  count: countUnitTests,
}

/** @type {TestRunner} */
const endToEnd = {
  name: 'end-to-end stories',
  args: () => [packageProgram('@playwright/test', 'playwright'), 'test', '--reporter=list,json'],
  env: (report) => ({ PLAYWRIGHT_JSON_OUTPUT_FILE: report }),
  count: countStories,
}

/**
 * Runs one kind of tests as a step.
 * @param {import('../steps/runtime.mjs').Runtime} runtime
 * @param {TestRunner} runner
 */
async function runTests(runtime, { name, args, env, count }) {
  const report = join(reports, `${name.replaceAll(' ', '-')}.json`)
  mkdirSync(reports, { recursive: true })
  rmSync(report, { force: true })
  const run = async () => {
    const all = { ...childEnvironment(runtime), ...env(report) }
    const { status, output } = await runQuietly(runtime.node, args(report), { env: all })
    return { ok: status === 0, output }
  }
  const failures = await runSteps([{ name, run }])
  const counts = readCounts(report, count)
  // A runner that failed as a whole (no tests, a crash, an error between tests) counts as one failure.
  return failures.length > 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts
}
