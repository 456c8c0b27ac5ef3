/** Why the server refused to write a record: the rule that decided where it says so, else what the error says. */
import { explanationText, type Teller } from '@haykal/contract/explanation-text'
import { HaykalError } from '@haykal/model'
import { errorText } from '../problems/error-text.ts'

/** One or two sentences. */
export function refusalText(teller: Teller, error: unknown): string {
  const explanation = error instanceof HaykalError ? error.details.explanation : undefined
  return explanation ? explanationText(teller, explanation) : errorText(teller.t, error)
}
