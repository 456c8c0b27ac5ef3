/** Pages of random lists: hundreds with every test; `paging.long.test.ts` tries more. */
import { describePaging } from './testing/describe-paging.ts'

describePaging({
  seed: Number(process.env.HAYKAL_SEED ?? 7),
  rounds: Number(process.env.HAYKAL_ROUNDS ?? 80),
  time: 60_000,
})
