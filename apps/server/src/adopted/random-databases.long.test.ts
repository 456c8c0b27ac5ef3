// Thousands of databases that nobody wrote, adopted, looked at, unlocked and edited.
import fc from 'fast-check'
import { it } from 'vitest'
import { randomRun, runRandom } from '../testing/odd-databases/random-run.ts'

/** Another one looks elsewhere: `HAYKAL_SEED=7 pnpm test:long random`. */
const seed = Number(process.env.HAYKAL_SEED ?? 3)

it('lists, opens and edits every row of thousands of random databases', async () => {
  const run = fc.asyncProperty(randomRun, async (each) => await runRandom(each, true))
  await fc.assert(run, { seed, numRuns: 3000 })
})
