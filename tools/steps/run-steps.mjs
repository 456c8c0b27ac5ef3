/** Runs named steps side by side and prints one line for each, with its output only when it failed. */
import { availableParallelism } from 'node:os'

/**
 * What a step came to: `output` is printed when it failed.
 * @typedef {{ ok: boolean, output: string }} StepResult
 */

/** @typedef {{ name: string, run: () => Promise<StepResult> }} Step */

/**
 * Runs all steps, also after one has failed.
 * @param {Step[]} steps
 * @param {{ atOnce?: number }} [options] how many run side by side, as many as there are processors when absent
 * @returns {Promise<string[]>} the names of those that failed
 */
export async function runSteps(steps, { atOnce = availableParallelism() } = {}) {
  /** @type {string[]} */
  const failed = []
  const waiting = [...steps]
  const takeTurns = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) {
      if (!(await runStep(step))) failed.push(step.name)
    }
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, steps.length) }, takeTurns))
  return failed
}

/** @param {Step} step */
async function runStep({ name, run }) {
  const start = performance.now()
  const { ok, output } = await run().catch((error) => ({ ok: false, output: String(error.stack ?? error) }))
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  console.log(`${name.padEnd(24)} ${ok ? 'ok    ' : 'failed'} ${seconds.padStart(6)} s`)
  // Names of virtual modules begin with a NUL; one of them would make the whole log binary for other programs.
  if (!ok) console.log(`${output.replaceAll('\0', '').trimEnd()}\n`)
  return ok
}
