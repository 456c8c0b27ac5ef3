/** Refuses a save or an action with a sentence of the project's own. */
import { HaykalError, type Label, pointerTo } from '@haykal/model'

/** The error to throw: `throw refuse({ en: 'Orders are closed on Fridays.', ar: '…' })`. `field`: beside which the sentence stands; absent: it is about the whole record. */
export function refuse(message: Label, field?: string): HaykalError {
  const pointer = field === undefined ? '/values' : pointerTo('values', field)
  return new HaykalError('invalid', { problems: [{ pointer, code: 'refused_by_check', params: { message } }] })
}
