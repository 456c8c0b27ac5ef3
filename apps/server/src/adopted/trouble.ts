/** Why an adopted database cannot be used at the moment, told from what went wrong with it. */
import type { Trouble } from '@haykal/contract'
import { CannotOpenDatabase, type Engine } from '@haykal/database'
import { HaykalError } from '@haykal/model'
import { errorOfState } from '@haykal/records'

/** The answer to whoever wants records meanwhile. */
export function unavailable(reason: Trouble, cause?: unknown): HaykalError {
  return new HaykalError('unavailable', {
    retryAfter: 3,
    params: { reason },
    ...(cause === undefined ? {} : { cause }),
  })
}

/** Passes over what is told where it matters, to whoever reads or writes: busy, full, read-only. Throws what is a mistake of ours. */
export function expectKnown(error: unknown): void {
  if (!(error instanceof HaykalError)) throw error
}

/** What an error of opening or reading says of the database. Throws `busy` when others have it to themselves, `disk_full`, and what is a mistake of ours. */
export function troubleOf(error: unknown, engine: Engine): Trouble {
  const obstacle = error instanceof CannotOpenDatabase ? error.reason : undefined
  const refusal = engine.explainRefusal(obstacle === undefined ? error : (error as CannotOpenDatabase).cause)
  if (obstacle !== undefined && obstacle !== 'busy' && obstacle !== 'other') return obstacle
  switch (obstacle === 'busy' ? obstacle : refusal?.reason) {
    case 'busy':
    case 'too-long':
      throw errorOfState('busy', error)
    case 'full':
      throw errorOfState('full', error)
    case 'unavailable':
      return 'damaged'
    default:
      if (obstacle === 'other') return 'unreadable'
      throw error
  }
}
