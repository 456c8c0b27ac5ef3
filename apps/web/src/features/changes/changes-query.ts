/** What is asked of the server for an address: its days are moments on the clock of the reader. */
import type { ChangesQuery } from '@haykal/contract'
import { fromLocalMoment } from '@haykal/fields/inputs'
import { type ChangesAddress, dayAfter } from './changes-path.ts'

/** The query; the last day counts to its end. */
export function changesQuery({ from, to, ...rest }: ChangesAddress, timeZone: string): ChangesQuery {
  return {
    ...rest,
    ...(from !== undefined && { from: fromLocalMoment(`${from}T00:00`, timeZone) }),
    ...(to !== undefined && { to: fromLocalMoment(`${dayAfter(to)}T00:00`, timeZone) }),
  }
}
