/** Turns the database's refusals into the errors that people get. */
import type { Engine, Refusal } from '@haykal/database'
import {
  type Fault,
  HaykalError,
  invalid,
  type Label,
  labelIn,
  type ModelField,
  malformed,
  type Problem,
  pointerTo,
} from '@haykal/model'

/** What was being done when the database refused. */
export type RefusedAct = 'read' | 'write' | 'remove'

interface Circumstances {
  readonly engine: Engine
  /** Names the fields that problems may point to: those that the viewer may see. */
  readonly model: { readonly fields: readonly ModelField[] }
  readonly act: RefusedAct
}

/** Runs `work`; what the database refuses is thrown as a `HaykalError`, everything else as it is. */
export async function explainRefusals<Result>(
  circumstances: Circumstances,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    throw explainRefusal(circumstances, error)
  }
}

/** An error in our words where it is a refusal of the database, else as it is. */
export function explainRefusal(circumstances: Circumstances, error: unknown): unknown {
  const refusal = circumstances.engine.explainRefusal(error)
  return refusal ? errorOf(refusal, circumstances, error) : error
}

function errorOf({ reason, columns, words }: Refusal, { model, act }: Circumstances, cause: unknown): HaykalError {
  const problems = (code: Problem['code']) => problemsAt(model, columns, { code })
  switch (reason) {
    case 'unique':
      return new HaykalError('not_unique', { problems: notUnique(model, columns), cause })
    case 'reference':
      return act === 'remove' ? new HaykalError('still_referred_to', { cause }) : invalid(problems('no_such_record'))
    case 'required':
      return invalid(problems('required'))
    case 'check':
      // A question that the database cannot answer, such as a number beyond what its column holds.
      if (act === 'read') return malformed([{ pointer: '?filter', ...faultOf(words) }])
      return invalid(problemsAt(model, columns, faultOf(words)))
    case 'read-only':
      return new HaykalError('locked', { params: { reason: 'read-only-file' }, cause })
    default:
      return errorOfState(reason, cause)
  }
}

/** A refusal that tells of the database rather than of what it was asked. */
export type StateReason = Exclude<Refusal['reason'], 'unique' | 'reference' | 'required' | 'check' | 'read-only'>

/** The error of a refusal that would be the same whatever was asked. */
export function errorOfState(reason: StateReason, cause: unknown): HaykalError {
  switch (reason) {
    case 'busy':
      return new HaykalError('busy', { retryAfter: 1, cause })
    case 'full':
      return new HaykalError('disk_full', { cause })
    case 'too-long':
      return new HaykalError('took_too_long', { cause })
    case 'unavailable':
      return new HaykalError('unavailable', { retryAfter: 3, cause })
    case 'sync-failed':
      return new HaykalError('unavailable', { retryAfter: 3, params: { reason }, cause })
  }
}

/** What the database says of its own rules was written for the people who use it, so they read it. */
function faultOf(words: string | undefined): Fault {
  return words === undefined ? { code: 'refused_by_database' } : { code: 'refused_by_rule', params: { words } }
}

/** Values that another record has: one alone, or several of which each alone may be shared. */
function notUnique(model: Circumstances['model'], columns: readonly string[]): Problem[] {
  if (columns.length < 2) return problemsAt(model, columns, { code: 'not_unique' })
  const fields = listLabel(model.fields.filter((field) => columns.includes(field.columnName)).map(({ label }) => label))
  return problemsAt(model, columns, { code: 'not_unique_together', params: { fields } })
}

/** The labels of several things as one, in each language that one of them is written in. */
function listLabel(labels: readonly Label[]): Label {
  const languages = new Set(labels.flatMap((label) => (typeof label === 'string' ? [] : Object.keys(label))))
  const listed = [...new Set(['en', ...languages])].map((language) => [
    language,
    new Intl.ListFormat(language, { type: 'conjunction' }).format(labels.map((label) => labelIn(label, language))),
  ])
  return Object.fromEntries(listed)
}

/** One problem a column that the database names, or one for the record where it names none that people may see. */
function problemsAt(model: Circumstances['model'], columns: readonly string[], fault: Fault): Problem[] {
  const fields = model.fields.filter((field) => columns.includes(field.columnName))
  return fields.length === 0
    ? [{ pointer: '/values', ...fault }]
    : fields.map((field) => ({ pointer: pointerTo('values', field.name), ...fault }))
}
