/** Everything that must be right before values are written: the draft, and that what it points to is there. */
import { type Connection, existsRecord } from '@haykal/database'
import {
  type AnyRecord,
  both,
  type DraftPurpose,
  invalid,
  isJsonObject,
  type Problem,
  parseDraft,
  pointerTo,
  targetField,
  valueIn,
} from '@haykal/model'
import type { Door } from './door.ts'

/** The parsed values of a draft. Throws `invalid` with every problem at once. */
export async function checkValues(
  door: Door,
  { input, purpose, connection }: { input: unknown; purpose: DraftPurpose['purpose']; connection: Connection },
): Promise<AnyRecord> {
  const { core, visible } = door
  const hidden = hiddenNames(door, input)
  const unset = unsetNames(door, input, purpose)
  const draft = parseDraft(visible.model, withoutNames(input, [...hidden, ...unset]), {
    purpose,
    now: core.now?.() ?? new Date(),
  })
  const problems: Problem[] = [
    ...hidden.map((name): Problem => ({ pointer: pointerTo('values', name), code: 'unknown_field' })),
    ...unset.map((name): Problem => ({ pointer: pointerTo('values', name), code: 'read_only' })),
    ...(draft.ok ? await danglingRelations(door, draft.values, connection) : draft.problems)
      .filter(({ pointer }) => !unset.some((name) => pointer === pointerTo('values', name)))
      .map((problem) => withoutHidden(door, problem)),
  ]
  if (problems.length > 0 || !draft.ok) throw invalid(problems)
  return draft.values
}

/** Fields that the viewer may not know of are refused as if they were not there. */
function hiddenNames({ visible }: Door, input: unknown): string[] {
  return isJsonObject(input)
    ? Object.keys(input).filter((name) => visible.model.field(name) && !visible.field(name))
    : []
}

/** A problem of a field that the viewer may not know of is one of the record, without a name and without a reason. */
function withoutHidden({ visible }: Door, problem: Problem): Problem {
  const isHidden = visible.model.fields.some(
    ({ name }) => !visible.field(name) && problem.pointer === pointerTo('values', name),
  )
  return isHidden ? { pointer: '/values', code: 'refused_by_database' } : problem
}

/** Fields that the viewer sees and that the rules do not let them set. */
function unsetNames({ visible }: Door, input: unknown, purpose: DraftPurpose['purpose']): string[] {
  return isJsonObject(input)
    ? Object.keys(input).filter((name) => visible.field(name) && !visible.maySet(name, purpose))
    : []
}

function withoutNames(input: unknown, names: readonly string[]): unknown {
  if (names.length === 0 || !isJsonObject(input)) return input
  return Object.fromEntries(Object.entries(input).filter(([name]) => !names.includes(name)))
}

/** Relations to records that are not there, or that the viewer may not read: the same answer. */
async function danglingRelations(
  { access, visible }: Door,
  values: AnyRecord,
  connection: Connection,
): Promise<Problem[]> {
  const problems: Problem[] = []
  // As the model has them: to a viewer who may not know of the other model the field is a mere key, and still a relation.
  for (const field of visible.model.fields) {
    const value = valueIn(values, field.name)
    if (field.references === undefined || value === null) continue
    const target = access.model(field.references)
    const pointed = target && targetField(field, target.model)
    const exists =
      pointed &&
      (await existsRecord(connection, target.model, {
        condition: both(target.scope('read'), { type: 'test', field: pointed, operator: 'eq', value }),
      }))
    if (!exists) problems.push({ pointer: pointerTo('values', field.name), code: 'no_such_record' })
  }
  return problems
}
