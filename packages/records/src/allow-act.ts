/** Asks whether a viewer may do something at all, before anything is read or parsed. */
import type { Act } from '@haykal/access'
import { HaykalError, isNothing, notAllowed } from '@haykal/model'
import type { Door } from './door.ts'

/** Throws `not_allowed` when no record of the model lets this viewer do it, and `locked` when nobody can. */
export function allowAct({ core, visible }: Door, act: Act): void {
  if (isNothing(visible.scope(act))) throw notAllowed({ act })
  const closed = core.closedOf(visible.model.name)
  if (closed !== undefined) throw new HaykalError('locked', { params: { reason: closed } })
}
