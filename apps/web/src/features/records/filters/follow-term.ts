/** A test of a filter as people read it: which field, what is asked of it, and what it is compared with. */
import type { Json, Model, ModelField, Models } from '@haykal/model'
import type { FilterTerm } from '../list-search.ts'
import { followPath } from './field-path.ts'
import { pathOfMe } from './me-term.ts'
import { optionsOf, type Question, questionOfTerm, valuesOfTerm } from './operators.ts'

/** A test, followed to its field. */
export interface FollowedTerm {
  readonly path: string
  readonly field: ModelField
  /** In a language, with a mark between: `Author › Country`. */
  readonly label: string
  readonly question: Question
  readonly values: readonly Json[]
}

/** Of a field with few values, one is chosen as several are: by ticking it. */
function amongOptions(field: ModelField, question: Question, values: readonly Json[]): Question {
  if (!optionsOf(field) || values.includes(null)) return question
  return question === 'eq' ? 'in' : question === 'ne' ? 'nin' : question
}

/** Follows a test; undefined where it leads nowhere that this person sees, or asks what is not known. */
export function followTerm(
  term: FilterTerm,
  model: Model,
  surroundings: { readonly models: Models; readonly language: string },
): FollowedTerm | undefined {
  const me = pathOfMe(term, model, surroundings.models)
  const path = me ?? term.path
  const followed = followPath(path, model, surroundings)
  if (!followed) return undefined
  if (me !== undefined) return { path, ...followed, question: 'isMe', values: [] }
  const question = questionOfTerm(term, followed.field)
  const values = valuesOfTerm(term, followed.field)
  return question && { path, ...followed, question: amongOptions(followed.field, question, values), values }
}
