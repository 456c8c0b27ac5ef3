/** What is wrong with an input, as a value: a stable code and its parameters; the words come from the message catalogues. */
import type { Json } from './json.ts'

/** Every way in which an input can be wrong. The message catalogues hold a text for each. */
export type ProblemCode =
  | 'required'
  | 'wrong_type'
  | 'too_long'
  | 'too_short'
  | 'too_small'
  | 'too_large'
  | 'too_many_digits'
  | 'not_an_option'
  | 'bad_date'
  | 'bad_datetime'
  | 'zone_missing'
  | 'bad_number'
  | 'bad_base64'
  | 'bad_email'
  | 'wrong_form'
  | 'too_many_tags'
  | 'bad_tag'
  | 'bad_colour'
  | 'bad_slug'
  | 'bad_uuid'
  | 'bad_time'
  | 'bad_url'
  | 'bad_phone'
  | 'unknown_field'
  | 'unknown_parameter'
  | 'unknown_operator'
  | 'not_sortable'
  | 'malformed'
  | 'too_complex'
  | 'too_deep'
  | 'too_many_tests'
  | 'too_many_values'
  | 'too_many_sort_fields'
  | 'too_many_facets'
  | 'not_counted_by'
  | 'bad_cursor'
  | 'read_only'
  | 'not_unique'
  | 'not_unique_together'
  | 'refused_by_check'
  | 'held_by'
  | 'no_such_record'
  | 'still_referred_to'
  | 'refused_by_database'
  | 'refused_by_rule'
  | 'password_too_short'
  | 'password_too_common'
  | 'bad_token'
  | 'changed_meanwhile'
  | 'not_for_action'
  | 'title_not_unique'
  | 'several_match'
  | 'gone_meanwhile'
  | 'key_not_found'
  | 'not_in_base'
  | 'wrong_base_row'
  | 'wrong_cell_count'
  | 'column_unnamed'
  | 'column_ambiguous'
  | 'column_twice'
  | 'column_missing'
  | 'no_field_of_column'
  | 'no_match_column'
  | 'no_match_by'
  | 'base_without_match'
  | 'base_lacks_column'
  | 'view_name_taken'
  | 'too_many_views'

/** Why a value is refused, before it is known where the value stood. */
export interface Fault {
  readonly code: ProblemCode
  /** What the text of the code mentions: `{ max: 200 }`. */
  readonly params?: { readonly [name: string]: Json }
}

/** A fault and its place. */
export interface Problem extends Fault {
  /** JSON Pointer into the request body, or `?name` for a query parameter. */
  readonly pointer: string
}

/** A value, or why there is none. */
export type Parsed<Value> = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly fault: Fault }

/** The answer of a parser that accepts. */
export function accept<Value>(value: Value): Parsed<Value> {
  return { ok: true, value }
}

/** The answer of a parser that refuses. */
export function refuse(code: ProblemCode, params?: Fault['params']): { readonly ok: false; readonly fault: Fault } {
  return { ok: false, fault: params === undefined ? { code } : { code, params } }
}

/** A JSON Pointer (RFC 6901) of its parts. */
export function pointerTo(...parts: readonly (string | number)[]): string {
  return parts.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
}
