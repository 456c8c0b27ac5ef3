/** Why a record is left as it is: the reasons, made of what refused it. */
import type { VisibleModel } from '@haykal/access'
import type { KeptReason, KeptRecord } from '@haykal/contract'
import { type AnyRecord, HaykalError, idOfKey, type Json } from '@haykal/model'
import type { Door } from '../door.ts'
import { explainRefusals } from '../explain-refusal.ts'
import { titleOf } from '../present-titles.ts'

/** Thrown inside of an attempt that is to be taken back, with what is told of the record. */
export class LeftAsIs extends Error {
  readonly kept: KeptRecord

  constructor(kept: KeptRecord) {
    super('left as it is')
    this.kept = kept
  }
}

/** What is told of a record that is left as it is. */
export function keptRecord(
  { visible }: Door,
  {
    key,
    image,
    reason,
    fields = [],
  }: {
    readonly key: readonly Json[]
    /** Every stored field of it, as it is or was. */
    readonly image: AnyRecord
    readonly reason: KeptReason
    /** Those that the viewer may not see are not named. */
    readonly fields?: readonly string[]
  },
): KeptRecord {
  const isTold = visible.model.title.options.sensitive !== true
  return {
    model: visible.model.name,
    record: idOfKey(visible.model, key),
    title: isTold ? titleOf(visible, image) : '',
    reason,
    fields: fields.filter((name) => visible.field(name) !== undefined),
  }
}

const reasons: { readonly [code: string]: KeptReason } = {
  not_found: 'gone',
  not_allowed: 'not_allowed',
  locked: 'not_allowed',
  conflict: 'changed',
  not_unique: 'not_unique',
  still_referred_to: 'held',
  invalid: 'invalid',
}

/** What an error of a write says of the record that it was about. Throws it on where it is about more than that. */
export function reasonOf(
  error: unknown,
  { visible }: Pick<Door, 'visible'>,
): Pick<KeptRecord, 'reason' | 'fields' | 'code'> {
  const reason = error instanceof HaykalError ? reasons[error.code] : undefined
  if (!(error instanceof HaykalError) || reason === undefined) throw error
  const { problems = [], conflict = {} } = error.details
  const fields = [...problems.flatMap(({ pointer }) => fieldIn(visible, pointer)), ...Object.keys(conflict)]
  const codes = new Set(problems.map(({ code }) => code))
  if (reason === 'invalid' && codes.has('no_such_record')) return { reason: 'no_such_record', fields }
  const [code] = codes
  return { reason, fields, ...(reason === 'invalid' && code ? { code } : {}) }
}

function fieldIn(visible: VisibleModel, pointer: string): string[] {
  return visible.fields
    .filter(({ name }) => pointer === `/values/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`)
    .map(({ name }) => name)
}

/** Runs a write with the refusals of the database in our words. */
export async function told<Result>(door: Door, act: 'write' | 'remove', work: () => Promise<Result>): Promise<Result> {
  return await explainRefusals({ engine: door.core.database.engine, model: door.visible, act }, work)
}
