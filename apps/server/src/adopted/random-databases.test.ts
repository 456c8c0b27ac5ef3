// Databases that nobody wrote, adopted: every row can be reached, nothing answers with a mistake of ours, not a byte changes.
import fc from 'fast-check'
import { it } from 'vitest'
import { randomRun, runRandom } from '../testing/odd-databases/random-run.ts'

it('lists and opens every row of a random database, whatever is asked besides', async () => {
  const run = fc.asyncProperty(randomRun, async (each) => await runRandom(each, false))
  await fc.assert(run, { seed: 3, numRuns: 60, interruptAfterTimeLimit: 12_000 })
}, 60_000)
