/** Says to whoever asks why they may or may not do something with a record: as a refusal would, without attempting it. */
import { type Act, explain } from '@haykal/access'
import { existsRecord, selectRecord } from '@haykal/database'
import { type Condition, type Explanation, HaykalError, keyOfId, notFound } from '@haykal/model'
import type { Door } from './door.ts'

/** Why one sees a record is not told: it would tell which records there are that one does not see. */
const told: readonly Act[] = ['edit', 'remove']

/** Which rule decides. Throws `not_found` for what is not to be known of, and `locked` where only that is in the way. */
export async function explainRecord({ core, access, visible }: Door, id: string, word: string): Promise<Explanation> {
  const { model } = visible
  const key = keyOfId(model, id)
  const act = told.find((each) => each === word)
  if (!key || act === undefined) throw notFound()
  const readable = { key, condition: visible.scope('read'), fields: visible.fields }
  const record = await selectRecord(core.database, model, readable)
  if (!record) throw notFound()
  const holds = (condition: Condition) => existsRecord(core.database, model, { key, condition })
  const explanation = await explain({ access, model, act, record }, holds)
  const closed = core.closedOf(model.name)
  if (explanation.isAllowed && closed !== undefined) throw new HaykalError('locked', { params: { reason: closed } })
  return explanation
}
