/** Pages of random lists: thousands, from another beginning each time. */
import { describePaging } from './testing/describe-paging.ts'

describePaging({ seed: Number(process.env.HAYKAL_SEED ?? Date.now() % 1e9), rounds: 3_000, time: 20 * 60_000 })
