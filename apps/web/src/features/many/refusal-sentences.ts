/** Why the server refused, in sentences: the refusal itself, and everything that is wrong with single values. */
import type { Teller } from '@haykal/contract/explanation-text'
import { problemsOf } from '../problems/error-text.ts'
import { refusalText } from '../record/refusal-text.ts'

/** The sentences, each once. */
export function refusalSentences(teller: Teller, error: unknown): readonly string[] {
  const problems = problemsOf(error).map((problem) => teller.t.problem(problem))
  return [...new Set([refusalText(teller, error), ...problems])]
}
