/** How a write of a test is answered: as the server would answer it, with its reason in a sentence. */
import { explanationText } from '@haykal/contract/explanation-text'
import { type AnyRecord, type ErrorCode, HaykalError } from '@haykal/model'
import { english, fieldOf } from './english.ts'

/** It was done, or why not. */
export type WriteAnswer<Seen = AnyRecord> =
  | { readonly isDone: true; readonly record: Seen }
  | {
      readonly isDone: false
      readonly code: ErrorCode
      /** The rule that refused it, in a sentence; where it was no rule, what the error says. */
      readonly why: string
      /** What is wrong, by field; what is wrong with the record as a whole stands under the empty name. */
      readonly problems: { readonly [field: string]: string }
    }

/** Waits for a write, which gives the record. What is no refusal is thrown on. */
export async function answerOf(write: Promise<AnyRecord>): Promise<WriteAnswer> {
  try {
    return { isDone: true, record: await write }
  } catch (error) {
    if (!(error instanceof HaykalError)) throw error
    const { code, details } = error
    const { explanation, params, problems = [] } = details
    const why = explanation
      ? explanationText({ t: english, locale: 'en' }, explanation)
      : english.error({ code, ...(params === undefined ? {} : { params }) })
    const said = problems.map((problem) => [fieldOf(problem), english.problem(problem)])
    return { isDone: false, code, why, problems: Object.fromEntries(said) }
  }
}
