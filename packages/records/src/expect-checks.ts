/** Asks the checks of a model of a record that was just written: as it became, inside the transaction. */
import { type Connection, existsRecord } from '@haykal/database'
import { invalid, type Json, type Problem, pointerTo } from '@haykal/model'
import type { Door } from './door.ts'

/** Throws `invalid` with every check that the record of a key breaks; then the transaction must not be committed. */
export async function expectChecks({ visible }: Door, key: readonly Json[], connection: Connection): Promise<void> {
  const problems: Problem[] = []
  for (const { broken, fields, message } of visible.model.checks) {
    if (!(await existsRecord(connection, visible.model, { key, condition: broken }))) continue
    const shown = fields.filter((field) => visible.field(field.name))
    const pointers = shown.length === 0 ? ['/values'] : shown.map((field) => pointerTo('values', field.name))
    problems.push(...pointers.map((pointer): Problem => ({ pointer, code: 'refused_by_check', params: { message } })))
  }
  if (problems.length > 0) throw invalid(problems)
}
