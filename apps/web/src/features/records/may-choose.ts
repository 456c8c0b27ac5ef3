/** Whether there is anything that this person could do with records of a list once they are chosen. */
import type { BootModel } from '@haykal/contract'
import type { Model } from '@haykal/model'
import { hasPage } from './has-page.ts'

/** Whether records can be chosen. */
export function mayChoose(model: Model, { can, closed, actions }: BootModel): boolean {
  return hasPage(model) && closed === undefined && (can.edit || can.remove || actions !== undefined)
}
