/** Tries to write something inside of a change-set: what fails is taken back alone, out of the database and out of the change-set. */
import { attempt } from '@haykal/database'
import type { Writing } from './in-change-set.ts'

/** Runs `work`; when it throws, it is as if it had not been tried. */
export async function attemptIn<Result>({ connection, set }: Writing, work: () => Promise<Result>): Promise<Result> {
  const { size } = set
  try {
    return await attempt(connection, work)
  } catch (error) {
    set.goBackTo(size)
    throw error
  }
}
