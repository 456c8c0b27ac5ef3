/** What an error says of the database behind the records: that it is busy, full or gone is no mistake of ours, and the next request must know. */
import { HaykalError } from '@haykal/model'
import { errorOfState } from '@haykal/records'
import { unavailable } from '../adopted/trouble.ts'
import type { State } from '../handlers/state.ts'

/** Turns what the driver of the database says into our words; every other error stays as it is. */
export function explainErrors(state: Pick<State, 'core' | 'adopted'>): (error: unknown) => Promise<unknown> {
  return async (error) => {
    const known = error instanceof HaykalError ? error : refusalOf(state, error)
    if (known === undefined) return error
    const { code, details } = known
    if (code !== 'unavailable' || details.params?.reason !== undefined || !state.adopted) return known
    const trouble = await state.adopted.examine()
    return trouble === undefined
      ? new HaykalError('busy', { retryAfter: 1, cause: error })
      : unavailable(trouble, error)
  }
}

function refusalOf({ core }: Pick<State, 'core'>, error: unknown): HaykalError | undefined {
  const refusal = core.database.engine.explainRefusal(error)
  switch (refusal?.reason) {
    case 'busy':
    case 'full':
    case 'too-long':
    case 'unavailable':
    case 'sync-failed':
      return errorOfState(refusal.reason, error)
    default:
      return undefined
  }
}
