/** Who may come in at a route: each declares its rule, which is checked before anything of the request is read. */
import type { EndpointRule } from '@haykal/contract'
import { HaykalError, nobody, notAllowed, type RoleName, type Viewer } from '@haykal/model'

/** The rule of a route: of the contract, or the roles that a project names. */
export type RouteRule = EndpointRule | readonly RoleName[]

/** Throws `not_signed_in` or `not_allowed`. `records` is checked by the core, for the model in the address. */
export function checkRule(rule: RouteRule, viewer: Viewer): void {
  if (rule === 'everyone' || rule === 'records') return
  if (viewer.role === nobody.role) throw new HaykalError('not_signed_in')
  if (rule === 'signed-in') return
  const allowed: readonly string[] = rule === 'owner' || rule === 'hidden' ? ['owner'] : rule
  if (!allowed.includes(viewer.role)) throw notAllowed()
}

/** Whether there is nothing at the address of a route, as far as this viewer can tell. */
export function isHiddenFrom(rule: RouteRule, viewer: Viewer): boolean {
  return rule === 'hidden' && viewer.role !== 'owner'
}

/**
 * What someone who is not signed in is told instead of "not there" or "not yours": the same for every model, real or not,
 * and the hint that a session has ended.
 */
export function hideFromNobody(error: unknown, rule: RouteRule, viewer: Viewer): unknown {
  const isRefusal = error instanceof HaykalError && (error.code === 'not_found' || error.code === 'not_allowed')
  return isRefusal && rule === 'records' && viewer.role === nobody.role ? new HaykalError('not_signed_in') : error
}
